package io.daybook.ui.faults;

import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.pages.FramePart;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.ui.ModelMap;

/** Tells everybody on the staff, on each of their pages, what is broken on purpose. */
final class FaultBanner implements FramePart {

    private final DecidedControls controls;
    private final Clock clock;

    FaultBanner(DecidedControls controls, Clock clock) {
        this.controls = controls;
        this.clock = clock;
    }

    /** The faults of now. */
    List<FaultText> faults() {
        return controls.now().at(clock.instant()).faults().stream()
                .map(FaultText::of)
                .toList();
    }

    @Override
    public void contribute(HttpServletRequest request, ModelMap model) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/staff")) {
            model.addAttribute("faults", faults());
        }
    }
}
