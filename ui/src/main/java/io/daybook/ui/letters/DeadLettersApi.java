package io.daybook.ui.letters;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.api.operations.OperationsCommand;
import io.daybook.api.operations.OperationsCommand.DropDeadLetters;
import io.daybook.api.operations.OperationsCommand.RetryDeadLetters;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.letters.LetterBoard.Letters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations/dead-letters")
@Tag(name = "Staff: operations")
class DeadLettersApi {

    private final LetterBoard board;
    private final Decisions decisions;

    DeadLettersApi(LetterBoard board, Decisions decisions) {
        this.board = board;
        this.decisions = decisions;
    }

    /** @param sequence whose events; those of all when it is left out */
    record Retry(@Nullable String sequence, @Nullable String reason) {}

    /**
     * @param sequence whose events
     * @param letter   identifier of the event that is given up; all of the sequence when it is left out
     */
    record Drop(
            @Nullable String sequence,
            @Nullable String letter,
            @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "List what was put aside",
            description = "By processing group and order or stream, with cause, payload and how many wait behind."
                    + " `missing` names who did not answer. Needs OPERATOR.")
    Letters list() {
        return board.now();
    }

    @PostMapping("/{group}/retries")
    @Operation(
            summary = "Try what was put aside again",
            description = "In order, up to the first event that fails again. Answered once the decision is on record;"
                    + " it is carried out within moments, and the list shows what is left."
                    + " Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> retry(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String group,
            @RequestBody Retry retry) {
        List<String> sequences = retry.sequence() == null
                ? board.now().of(group).stream().map(DeadSequence::sequence).toList()
                : List.of(retry.sequence());
        List<OperationsCommand> commands = sequences.stream()
                .<OperationsCommand>map(sequence ->
                        new RetryDeadLetters(ControlsId.ALL, group, sequence, given(retry.reason()), account.email()))
                .toList();
        return decisions.decide(commands);
    }

    @PostMapping("/{group}/drops")
    @Operation(
            summary = "Give up an event that was put aside, or all of its sequence",
            description = "What waits behind an event that is given up is tried at once. Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> drop(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String group,
            @RequestBody Drop drop) {
        return decisions.decide(List.of(new DropDeadLetters(
                ControlsId.ALL, group, given(drop.sequence()), drop.letter(), given(drop.reason()), account.email())));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
