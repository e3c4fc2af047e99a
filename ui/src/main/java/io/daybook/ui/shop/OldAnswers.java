package io.daybook.ui.shop;

import io.daybook.ui.pages.FramePart;
import io.daybook.ui.pages.Times;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.ui.ModelMap;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Has a page say that what it shows was true some time ago, when it was made of answers that were remembered. */
final class OldAnswers implements FramePart {

    private static final String OLDEST = OldAnswers.class.getName();

    /** The page that is being made shows something of this moment. */
    static void shown(Instant at) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && !(request.getAttribute(OLDEST, RequestAttributes.SCOPE_REQUEST) instanceof Instant oldest
                        && oldest.isBefore(at))) {
            request.setAttribute(OLDEST, at, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public void contribute(HttpServletRequest request, ModelMap model) {
        if (request.getAttribute(OLDEST) instanceof Instant oldest) {
            model.addAttribute("asOf", Times.of(oldest));
        }
    }
}
