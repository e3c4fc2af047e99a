package io.daybook.ui.faults;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.OperationsCommand.EndFault;
import io.daybook.operations.InstanceDirectory;
import io.daybook.operations.InstanceReport;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which operators break things and mend them. */
@Controller
class FaultsController {

    private static final String PAGE = "/staff/operations/faults";
    private static final String BACK = "redirect:" + PAGE;

    /** The service whose event processors are named after the views that they keep. */
    private static final String VIEWS = "views";

    /** The service that is broken by nobody: without it no fault could be ended. */
    private static final String SPARED = "operations";

    private final InstanceDirectory directory;
    private final FaultBanner faults;
    private final Decisions decisions;

    FaultsController(InstanceDirectory directory, FaultBanner faults, Decisions decisions) {
        this.directory = directory;
        this.faults = faults;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        List<InstanceReport> instances = directory.instances().stream()
                .filter(instance -> !instance.service().equals(SPARED))
                .toList();
        model.addAttribute(
                "instances", instances.stream().map(InstanceReport::name).toList());
        model.addAttribute(
                "services",
                instances.stream().map(InstanceReport::service).distinct().toList());
        model.addAttribute(
                "views",
                instances.stream()
                        .filter(instance -> instance.service().equals(VIEWS))
                        .flatMap(instance -> instance.processors().stream())
                        .distinct()
                        .sorted()
                        .toList());
        return "staff/faults";
    }

    /** What the banner on every page of the staff shows now. */
    @GetMapping("/staff/faults")
    String banner(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.SUPPORT, Role.WAREHOUSE, Role.OPERATOR);
        model.addAttribute("faults", faults.faults());
        return "layout/parts :: faults";
    }

    @PostMapping(PAGE)
    String inject(@AuthenticationPrincipal @Nullable Account visitor, FaultForm form, RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> form.command(FaultId.next(), by),
                "The fault is injected. It ends by itself after %d seconds.".formatted(form.seconds()),
                flash);
        return BACK;
    }

    @PostMapping(PAGE + "/{fault}/end")
    String end(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String fault,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new EndFault(ControlsId.ALL, new FaultId(fault), reason, by), "The fault is ended.", flash);
        return BACK;
    }
}
