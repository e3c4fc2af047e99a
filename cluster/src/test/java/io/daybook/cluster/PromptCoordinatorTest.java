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
            ScheduledFuture<?> late = coordinator.schedule(() -> {}, 1, TimeUnit.MINUTES);
            ScheduledFuture<?> soon = coordinator.schedule(() -> {}, 500, TimeUnit.MILLISECONDS);
            assertThat(late.getDelay(TimeUnit.MILLISECONDS)).isBetween(501L, 5_000L);
            assertThat(soon.getDelay(TimeUnit.MILLISECONDS)).isLessThanOrEqualTo(500L);
        } finally {
            coordinator.shutdownNow();
        }
    }
}
