package io.daybook.ui.services;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ChangeQueryStrategy;
import io.daybook.api.operations.QueryStrategy;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.LiveStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows how work is shared out among instances, and changes the rule for queries. */
@Controller
class RoutingController {

    private static final String PAGE = "/staff/operations/routing";

    private final ServiceBoard board;
    private final LiveStreams streams;
    private final DecidedControls controls;
    private final Decisions decisions;

    RoutingController(ServiceBoard board, LiveStreams streams, DecidedControls controls, Decisions decisions) {
        this.board = board;
        this.streams = streams;
        this.controls = controls;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        model.addAttribute("services", board.services());
        model.addAttribute("strategy", controls.now().queryStrategy());
        return "staff/routing";
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(board.sampler());
    }

    @PostMapping(PAGE + "/queries")
    String changeStrategy(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam QueryStrategy strategy,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new ChangeQueryStrategy(ControlsId.ALL, strategy, reason, by),
                "Queries are given to instances by the new rule.",
                flash);
        return "redirect:" + PAGE;
    }
}
