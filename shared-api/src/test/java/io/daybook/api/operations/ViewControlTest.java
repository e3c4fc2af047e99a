package io.daybook.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.operations.OperationsEvent.ViewCopyDismissed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildCancelled;
import io.daybook.api.operations.OperationsEvent.ViewRebuildPaused;
import io.daybook.api.operations.OperationsEvent.ViewRebuildResumed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewReturnStarted;
import io.daybook.api.operations.OperationsEvent.ViewSwapRequested;
import io.daybook.api.operations.OperationsEvent.ViewSwapped;
import io.daybook.api.operations.RebuildOrder.Swap;
import org.junit.jupiter.api.Test;

class ViewControlTest {

    private static final RebuildId FIRST = new RebuildId("first");
    private static final RebuildId SECOND = new RebuildId("second");
    private static final ViewRebuildStarted STARTED =
            new ViewRebuildStarted(FIRST, "orders", null, false, "wrong", "olga");
    private static final ViewSwapped SWAPPED = new ViewSwapped(FIRST, "orders", "orders-2", 10, 5, 0, "right", "olga");

    @Test
    void a_view_is_rebuilt_once_at_a_time() {
        Controls started = after(STARTED);
        assertThat(started.rebuild(FIRST)).isPresent();
        assertThat(started.after(STARTED)).isEqualTo(started);
        assertThat(started.after(new ViewRebuildStarted(SECOND, "orders", null, true, "again", "olga")))
                .isEqualTo(started);
        assertThat(started.after(new ViewRebuildStarted(SECOND, "stock", null, true, "too", "olga"))
                        .rebuild(SECOND))
                .isPresent();
    }

    @Test
    void a_rebuild_that_has_ended_is_not_begun_again() {
        Controls cancelled = after(STARTED, new ViewRebuildCancelled(FIRST, "no", "olga"));
        assertThat(cancelled.rebuild(FIRST)).isEmpty();
        assertThat(cancelled.after(STARTED)).isEqualTo(cancelled);
        assertThat(cancelled
                        .after(new ViewReturnStarted(SECOND, "orders", true, "back", "olga"))
                        .rebuild(SECOND))
                .hasValueSatisfying(order -> assertThat(order.back()).isTrue());
    }

    @Test
    void it_rests_and_goes_on() {
        Controls paused = after(STARTED, new ViewRebuildPaused(FIRST, "busy", "olga"));
        assertThat(paused.rebuild(FIRST))
                .hasValueSatisfying(order -> assertThat(order.paused()).isTrue());
        assertThat(paused.after(new ViewRebuildResumed(FIRST, "quiet", "olga"))).isEqualTo(after(STARTED));
    }

    @Test
    void a_swap_that_was_asked_for_whatever_differs_is_not_taken_back_by_a_milder_one() {
        Controls anyway = after(STARTED, new ViewSwapRequested(FIRST, true, "right", "olga"));
        assertThat(anyway.rebuild(FIRST)).hasValueSatisfying(order -> {
            assertThat(order.swap()).isEqualTo(Swap.ANYWAY);
            assertThat(order.reason()).isEqualTo("right");
        });
        assertThat(anyway.after(new ViewSwapRequested(FIRST, false, "if equal", "olga")))
                .isEqualTo(anyway);
    }

    @Test
    void a_dismissal_holds_until_the_next_swap() {
        ViewCopyDismissed dismissed = new ViewCopyDismissed("orders", "orders", "no longer needed", "olga");
        assertThat(after(STARTED, SWAPPED, dismissed).ofView("orders").dismissed())
                .isEqualTo("orders");
        assertThat(after(dismissed, STARTED, SWAPPED).ofView("orders"))
                .isEqualTo(new ViewControl(null, FIRST, null, "orders-2"));
    }

    private static Controls after(OperationsEvent... events) {
        Controls controls = Controls.USUAL;
        for (OperationsEvent event : events) {
            controls = controls.after(event);
        }
        return controls;
    }
}
