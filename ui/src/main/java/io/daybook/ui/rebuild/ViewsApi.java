package io.daybook.ui.rebuild;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.GoBack;
import io.daybook.api.operations.OperationsCommand.RebuildView;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.view.ViewQuery.ViewCopies;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.Decisions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Views and their copies, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations/views")
@Tag(name = "Staff: operations")
class ViewsApi {

    private final ViewBoard board;
    private final Decisions decisions;

    ViewsApi(ViewBoard board, Decisions decisions) {
        this.board = board;
        this.decisions = decisions;
    }

    /** @param head position of the last event of the log */
    record ViewList(long head, List<ViewCopies> views) {}

    record Start(
            @Nullable Instant from,
            @Nullable Boolean swapWhenEqual,
            @Nullable String reason) {}

    record Started(String rebuild) {}

    record Swap(@Nullable Boolean evenIfDifferent, @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "List the views with their copies, and how far each rebuild is",
            description = "`rebuild` is the one that is under way, or was last. Needs OPERATOR.")
    ViewList list() {
        List<ViewCopies> views = board.views();
        return new ViewList(board.head(), views);
    }

    @GetMapping("/{view}")
    @Operation(summary = "Get one view with its copies", description = "Needs OPERATOR.")
    ViewCopies get(@PathVariable String view) {
        return board.view(view);
    }

    @PostMapping("/{view}/rebuilds")
    @Operation(summary = "Rebuild a view beside the live one", description = """
                    A copy is made from the log, while the live one goes on answering. From `from` on, if given: what last \
                    changed before is taken over as it is. Then both are compared; with `swapWhenEqual` the copy takes the \
                    live one's place if they are equal. Answers 409 while the view is being rebuilt already. Needs OPERATOR \
                    and a reason.""")
    CompletableFuture<ResponseEntity<Started>> rebuild(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String view,
            @RequestBody Start start) {
        RebuildId id = RebuildId.next();
        RebuildView command = new RebuildView(
                ControlsId.ALL,
                id,
                board.view(view).view(),
                start.from(),
                Boolean.TRUE.equals(start.swapWhenEqual()),
                Objects.requireNonNullElse(start.reason(), ""),
                account.email());
        return decisions.decide(List.of(command)).thenApply(done -> started(id));
    }

    @PostMapping("/{view}/return")
    @Operation(summary = "Go back to the copy that was live before", description = """
                    It is brought up to date and compared; with `swapWhenEqual` it takes the live one's place if they are \
                    equal. Needs OPERATOR and a reason.""")
    CompletableFuture<ResponseEntity<Started>> goBack(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String view,
            @RequestBody Start start) {
        RebuildId id = RebuildId.next();
        String reason = Objects.requireNonNullElse(start.reason(), "");
        Steering.GO_BACK.of(board.view(view), reason, account.email());
        GoBack command = new GoBack(
                ControlsId.ALL, id, view, Boolean.TRUE.equals(start.swapWhenEqual()), reason, account.email());
        return decisions.decide(List.of(command)).thenApply(done -> started(id));
    }

    private static ResponseEntity<Started> started(RebuildId id) {
        return ResponseEntity.status(HttpStatus.CREATED).body(new Started(id.value()));
    }

    @PostMapping("/{view}/pause")
    @Operation(summary = "Have the rebuild of a view rest", description = "Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> pause(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String view,
            @RequestBody Why why) {
        return steer(Steering.PAUSE, view, why.reason(), account);
    }

    @PostMapping("/{view}/resumption")
    @Operation(summary = "Have the rebuild of a view go on", description = "Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> resume(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String view,
            @RequestBody Why why) {
        return steer(Steering.RESUME, view, why.reason(), account);
    }

    @PostMapping("/{view}/cancellation")
    @Operation(
            summary = "Cancel the rebuild of a view",
            description = "What it has made is thrown away. Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> cancel(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String view,
            @RequestBody Why why) {
        return steer(Steering.CANCEL, view, why.reason(), account);
    }

    @PostMapping("/{view}/swap")
    @Operation(summary = "Have the rebuilt copy take the live one's place", description = """
                    Once it has caught up and is compared; with differences only if `evenIfDifferent`. The former copy is \
                    kept until it is dismissed. Needs OPERATOR and a reason.""")
    CompletableFuture<ResponseEntity<Void>> swap(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String view,
            @RequestBody Swap swap) {
        boolean anyway = Boolean.TRUE.equals(swap.evenIfDifferent());
        return steer(anyway ? Steering.SWAP_ANYWAY : Steering.SWAP, view, swap.reason(), account);
    }

    @DeleteMapping("/{view}/kept")
    @Operation(summary = "Throw away the copy that was live before", description = "Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> dismiss(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String view,
            @RequestParam(defaultValue = "") String reason) {
        return steer(Steering.DISMISS, view, reason, account);
    }

    private CompletableFuture<ResponseEntity<Void>> steer(
            Steering steering, String view, @Nullable String reason, Account account) {
        return decisions.decide(
                List.of(steering.of(board.view(view), Objects.requireNonNullElse(reason, ""), account.email())));
    }
}
