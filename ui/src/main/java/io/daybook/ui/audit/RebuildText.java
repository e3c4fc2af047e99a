package io.daybook.ui.audit;

import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.ViewCopyDismissed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildCancelled;
import io.daybook.api.operations.OperationsEvent.ViewRebuildFailed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildPaused;
import io.daybook.api.operations.OperationsEvent.ViewRebuildResumed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewReturnStarted;
import io.daybook.api.operations.OperationsEvent.ViewSwapRequested;
import io.daybook.api.operations.OperationsEvent.ViewSwapped;

/** What was decided about the rebuild of a view, in words. */
final class RebuildText {

    private RebuildText() {}

    static String what(OperationsEvent event) {
        if (event instanceof ViewRebuildStarted started) {
            return "Started to rebuild the view %s from %s"
                    .formatted(started.view(), started.from() == null ? "the beginning" : started.from());
        } else if (event instanceof ViewReturnStarted started) {
            return "Started to go back to the kept copy of the view %s".formatted(started.view());
        } else if (event instanceof ViewRebuildPaused paused) {
            return "Paused rebuild %s".formatted(paused.rebuild());
        } else if (event instanceof ViewRebuildResumed resumed) {
            return "Let rebuild %s go on".formatted(resumed.rebuild());
        } else if (event instanceof ViewRebuildCancelled cancelled) {
            return "Cancelled rebuild %s".formatted(cancelled.rebuild());
        } else if (event instanceof ViewSwapRequested requested) {
            return "Asked to swap in rebuild %s%s"
                    .formatted(requested.rebuild(), requested.evenIfDifferent() ? ", whatever differs" : "");
        } else if (event instanceof ViewSwapped swapped) {
            return "Swapped the view %s to %s at position %d, with %d entries, of which %d differed"
                    .formatted(
                            swapped.view(),
                            swapped.copy(),
                            swapped.position(),
                            swapped.documents(),
                            swapped.differences());
        } else if (event instanceof ViewRebuildFailed failed) {
            return "The view %s could not be rebuilt".formatted(failed.view());
        } else if (event instanceof ViewCopyDismissed dismissed) {
            return "Dismissed the kept copy %s of the view %s".formatted(dismissed.copy(), dismissed.view());
        }
        throw new IllegalArgumentException("not known: " + event);
    }
}
