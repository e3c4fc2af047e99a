package io.daybook.ui.letters;

import io.daybook.api.InvalidValue;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.DropDeadLetters;
import io.daybook.api.operations.OperationsCommand.RetryDeadLetters;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.letters.LetterBoard.Letters;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what was put aside, and decides about it. */
@Controller
class DeadLettersController {

    private static final String PAGE = "/staff/operations/dead-letters";
    private static final String BACK = "redirect:" + PAGE;

    private final LetterBoard board;
    private final Decisions decisions;

    DeadLettersController(LetterBoard board, Decisions decisions) {
        this.board = board;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        Letters letters = board.now();
        model.addAttribute(
                "letters", letters.sequences().stream().map(LetterRow::of).toList());
        model.addAttribute("total", letters.total());
        model.addAttribute("missing", letters.missing());
        return "staff/dead-letters";
    }

    @PostMapping(PAGE + "/retry")
    String retry(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam String group,
            @RequestParam String sequence,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new RetryDeadLetters(ControlsId.ALL, group, sequence, reason, by),
                "What was put aside of %s is tried again; it stays here if it fails again.".formatted(sequence),
                flash);
        return BACK;
    }

    @PostMapping(PAGE + "/retry-all")
    String retryAll(
            @AuthenticationPrincipal @Nullable Account visitor, @RequestParam String reason, RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        Letters letters = board.now();
        try {
            List<Outcome> outcomes = letters.sequences().stream()
                    .map(each -> new RetryDeadLetters(ControlsId.ALL, each.group(), each.sequence(), reason, by))
                    .map(decisions::decide)
                    .toList();
            new Retries(letters.total(), outcomes).notice().flash(flash);
        } catch (InvalidValue invalid) {
            new Notice("bad", String.valueOf(invalid.getMessage())).flash(flash);
        }
        return BACK;
    }

    /** @param letter the event that is given up; the whole sequence when missing */
    @PostMapping(PAGE + "/drop")
    String drop(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam String group,
            @RequestParam String sequence,
            @RequestParam(required = false) @Nullable String letter,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        String given = letter == null || letter.isBlank() ? null : letter;
        decisions.decide(
                () -> new DropDeadLetters(ControlsId.ALL, group, sequence, given, reason, by),
                given == null
                        ? "All that was put aside of %s is given up.".formatted(sequence)
                        : "The event is given up, and what waited behind it is tried.",
                flash);
        return BACK;
    }
}
