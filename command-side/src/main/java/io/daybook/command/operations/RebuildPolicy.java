package io.daybook.command.operations;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.operations.Controls;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.ViewCopyDismissed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildPaused;
import io.daybook.api.operations.OperationsEvent.ViewRebuildResumed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewReturnStarted;
import io.daybook.api.operations.OperationsEvent.ViewSwapRequested;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.operations.RebuildOrder;
import org.jspecify.annotations.Nullable;

/** One rebuild of a view at a time; and the copy that it brings up to date cannot go meanwhile. */
final class RebuildPolicy {

    private RebuildPolicy() {}

    /** Of a decision that would make a difference. */
    static void check(OperationsEvent decision, Controls controls) {
        if (decision instanceof ViewCopyDismissed dismissed) {
            RebuildOrder order = controls.ofView(dismissed.view()).rebuild();
            if (order != null && order.back()) {
                throw new CommandRefused(
                        Refusal.Code.NOT_ALLOWED_NOW,
                        "The copy of %s is being made live again".formatted(order.view()));
            }
        }
    }

    /** Of a decision that makes none: because it was taken already, or because it cannot be. */
    static void checkUnchanged(OperationsEvent decision, Controls controls) {
        if (decision instanceof ViewRebuildStarted started) {
            checkFree(started.rebuild(), started.view(), controls);
        } else if (decision instanceof ViewReturnStarted started) {
            checkFree(started.rebuild(), started.view(), controls);
        }
        RebuildId steered = steered(decision);
        if (steered != null && controls.rebuild(steered).isEmpty() && !hasEnded(steered, controls)) {
            throw new CommandRefused(Refusal.Code.NOT_FOUND, "There is no rebuild %s".formatted(steered));
        }
    }

    private static void checkFree(RebuildId rebuild, String view, Controls controls) {
        RebuildOrder other = controls.ofView(view).rebuild();
        if (other != null && !other.id().equals(rebuild)) {
            throw new CommandRefused(
                    Refusal.Code.NOT_ALLOWED_NOW,
                    "The view %s is being rebuilt already, by rebuild %s".formatted(view, other.id()));
        }
    }

    private static boolean hasEnded(RebuildId rebuild, Controls controls) {
        return controls.views().values().stream().anyMatch(view -> rebuild.equals(view.ended()));
    }

    private static @Nullable RebuildId steered(OperationsEvent decision) {
        if (decision instanceof ViewRebuildPaused paused) {
            return paused.rebuild();
        } else if (decision instanceof ViewRebuildResumed resumed) {
            return resumed.rebuild();
        }
        return decision instanceof ViewSwapRequested requested ? requested.rebuild() : null;
    }
}
