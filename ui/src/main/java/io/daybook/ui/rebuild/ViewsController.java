package io.daybook.ui.rebuild;

import io.daybook.api.InvalidValue;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.RebuildView;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.view.ViewQuery.ViewCopies;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.LiveStreams;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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

/** The page about the views and their copies. */
@Controller
class ViewsController {

    private static final String PAGE = "/staff/operations/views";

    private final ViewBoard board;
    private final LiveStreams streams;
    private final Decisions decisions;

    ViewsController(ViewBoard board, LiveStreams streams, Decisions decisions) {
        this.board = board;
        this.streams = streams;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        model.addAllAttributes(board.now());
        model.addAttribute("steerings", Steering.values());
        return "staff/views";
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(board.sampler());
    }

    @PostMapping(PAGE + "/rebuilds")
    String rebuild(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam String view,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "false") boolean swapWhenEqual,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new RebuildView(
                        ControlsId.ALL, RebuildId.next(), known(view).view(), instant(from), swapWhenEqual, reason, by),
                "A copy of %s is being made beside the live one.".formatted(view),
                flash);
        return "redirect:" + PAGE;
    }

    private ViewCopies known(String name) {
        return board.views().stream()
                .filter(view -> view.view().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("view", "there is none of this name"));
    }

    private static @Nullable Instant instant(String from) {
        try {
            return from.isBlank() ? null : LocalDateTime.parse(from).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidValue("from", "must be a date and time like 2026-02-03T04:05");
        }
    }

    @PostMapping(PAGE)
    String steer(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam String view,
            @RequestParam Steering steering,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(() -> steering.of(known(view), reason, by), steering.done(), flash);
        return "redirect:" + PAGE;
    }
}
