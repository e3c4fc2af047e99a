package io.daybook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PromptCoordinatorTest {

    @Test
    void attempt_after_a_long_absence_is_not_put_off_for_long() {
        PromptCoordinator coordinator = new PromptCoordinator("reader");
        try {
            long begin = System.nanoTime();
            ScheduledFuture<?> late = coordinator.schedule(() -> {}, 1, TimeUnit.MINUTES);
            ScheduledFuture<?> soon = coordinator.schedule(() -> {}, 500, TimeUnit.MILLISECONDS);
            long left = late.getDelay(TimeUnit.NANOSECONDS);
            long longest = PromptCoordinator.LONGEST.toNanos();
            assertThat(left).isBetween(longest - (System.nanoTime() - begin), longest);
            assertThat(soon.getDelay(TimeUnit.MILLISECONDS)).isLessThanOrEqualTo(500L);
        } finally {
            coordinator.shutdownNow();
        }
    }
}
