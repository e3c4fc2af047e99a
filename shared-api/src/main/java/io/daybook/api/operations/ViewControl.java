package io.daybook.api.operations;

import io.daybook.api.operations.OperationsEvent.ViewCopyDismissed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildCancelled;
import io.daybook.api.operations.OperationsEvent.ViewRebuildFailed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildPaused;
import io.daybook.api.operations.OperationsEvent.ViewRebuildResumed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewReturnStarted;
import io.daybook.api.operations.OperationsEvent.ViewSwapRequested;
import io.daybook.api.operations.OperationsEvent.ViewSwapped;
import io.daybook.api.operations.RebuildOrder.Swap;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one view.
 *
 * @param rebuild   the copy that is to be made; null for none
 * @param ended     the rebuild that ended last
 * @param dismissed the copy that is to go; null when none is since the last swap
 * @param swapped   the copy that became the live one last; null when none has
 */
public record ViewControl(
        @Nullable RebuildOrder rebuild,
        @Nullable RebuildId ended,
        @Nullable String dismissed,
        @Nullable String swapped) {

    public static final ViewControl NONE = new ViewControl(null, null, null, null);

    /** The view that the event is about by name; null when it is about a rebuild. */
    static @Nullable String viewOf(OperationsEvent event) {
        if (event instanceof ViewRebuildStarted started) {
            return started.view();
        } else if (event instanceof ViewReturnStarted started) {
            return started.view();
        }
        return event instanceof ViewCopyDismissed dismissed ? dismissed.view() : null;
    }

    /** The rebuild that the event is about. */
    static @Nullable RebuildId rebuildOf(OperationsEvent event) {
        if (event instanceof ViewRebuildPaused paused) {
            return paused.rebuild();
        } else if (event instanceof ViewRebuildResumed resumed) {
            return resumed.rebuild();
        } else if (event instanceof ViewRebuildCancelled cancelled) {
            return cancelled.rebuild();
        } else if (event instanceof ViewSwapRequested requested) {
            return requested.rebuild();
        } else if (event instanceof ViewSwapped swapped) {
            return swapped.rebuild();
        }
        return event instanceof ViewRebuildFailed failed ? failed.rebuild() : null;
    }

    ViewControl after(OperationsEvent event) {
        RebuildOrder order = rebuild;
        if (event instanceof ViewRebuildStarted started) {
            return begun(new RebuildOrder(
                    started.rebuild(),
                    started.view(),
                    started.from(),
                    false,
                    false,
                    started.swapWhenEqual() ? Swap.WHEN_EQUAL : Swap.WHEN_TOLD,
                    started.reason(),
                    started.by()));
        } else if (event instanceof ViewReturnStarted started) {
            return begun(new RebuildOrder(
                    started.rebuild(),
                    started.view(),
                    null,
                    true,
                    false,
                    started.swapWhenEqual() ? Swap.WHEN_EQUAL : Swap.WHEN_TOLD,
                    started.reason(),
                    started.by()));
        } else if (event instanceof ViewCopyDismissed gone) {
            return new ViewControl(rebuild, ended, gone.copy(), swapped);
        } else if (order == null) {
            return this;
        } else if (event instanceof ViewRebuildPaused) {
            return new ViewControl(order.paused(true), ended, dismissed, swapped);
        } else if (event instanceof ViewRebuildResumed) {
            return new ViewControl(order.paused(false), ended, dismissed, swapped);
        } else if (event instanceof ViewSwapRequested requested) {
            Swap when = requested.evenIfDifferent() ? Swap.ANYWAY : Swap.WHEN_EQUAL;
            return new ViewControl(order.swapped(when, requested.reason(), requested.by()), ended, dismissed, swapped);
        } else if (event instanceof ViewSwapped done) {
            return new ViewControl(null, order.id(), null, done.copy());
        }
        return new ViewControl(null, order.id(), dismissed, swapped);
    }

    /** One that is under way already, or has ended, is not begun again; nor is another one while it is. */
    private ViewControl begun(RebuildOrder order) {
        return rebuild != null || order.id().equals(ended) ? this : new ViewControl(order, ended, dismissed, swapped);
    }
}
