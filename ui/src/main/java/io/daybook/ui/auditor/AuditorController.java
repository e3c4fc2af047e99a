package io.daybook.ui.auditor;

import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.Remedy;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.RepairDrift;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
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

/** Shows what the auditor has found, and has it repaired. */
@Controller
class AuditorController {

    private static final String PAGE = "/staff/operations/auditor";

    private final AuditorBoard board;
    private final LiveStreams streams;
    private final Decisions decisions;

    AuditorController(AuditorBoard board, LiveStreams streams, Decisions decisions) {
        this.board = board;
        this.streams = streams;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        model.addAllAttributes(board.progress());
        model.addAllAttributes(board.findings());
        return "staff/auditor";
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(board.sampler());
    }

    @PostMapping(PAGE)
    String repair(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam String finding,
            @RequestParam Remedy remedy,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new RepairDrift(ControlsId.ALL, new FindingId(finding), remedy, reason, by),
                "The repair is on record and under way. The finding closes when it has been looked at again.",
                flash);
        return "redirect:" + PAGE;
    }
}
