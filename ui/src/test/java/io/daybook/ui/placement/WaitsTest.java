package io.daybook.ui.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.Participation;
import io.daybook.operations.InstanceProcessors;
import io.daybook.operations.InstanceReport;
import io.daybook.operations.ProcessorReport;
import io.daybook.operations.ProcessorReport.SegmentReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitsTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final List<ProcessorReport> processors = new ArrayList<>();
    private final List<InstanceReport.LineReport> lines = new ArrayList<>();
    private final Waits waits = new Waits(
            () -> List.of(new InstanceProcessors("saga-1", "orchestrator", "p", NOON, false, processors, List.of())),
            () -> List.of(instance()));

    @Test
    void nobody_waits_when_all_are_at_the_head_of_the_log() {
        behind("fulfilment", 0, 0L, 2_500);
        behind("payment-gateway", 0, 0L, 2_500);
        assertThat(waits.apply(Tier.STANDARD)).isZero();
    }

    @Test
    void order_waits_at_each_of_its_four_steps() {
        behind("fulfilment", 6_000, 9_000L, 1_000);
        assertThat(waits.apply(Tier.STANDARD)).isEqualTo(Duration.ofSeconds(24));
    }

    @Test
    void order_waits_for_both_of_its_payments_steps_and_for_a_place_at_each() {
        behind("payment-gateway", 6_000, 9_000L, 1_000);
        waiting(Tier.STANDARD, 30, 10);
        assertThat(waits.apply(Tier.STANDARD)).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void few_events_are_a_long_wait_where_they_pass_slowly() {
        behind("fulfilment", 300, 3_500L, 100);
        assertThat(waits.apply(Tier.STANDARD)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void idle_processor_is_not_waited_for_however_old_the_next_event_is() {
        behind("fulfilment-vip", 400, 60_000L, 2_500);
        assertThat(waits.apply(Tier.VIP)).isZero();
    }

    @Test
    void idle_processor_of_an_idle_platform_is_not_waited_for() {
        behind("fulfilment-vip", 3, 60_000L, 0);
        assertThat(waits.apply(Tier.VIP)).isZero();
    }

    @Test
    void processor_that_stands_still_is_waited_for_as_long_as_it_has() {
        behind("fulfilment", 2_000, 20_000L, 0);
        assertThat(waits.apply(Tier.STANDARD)).isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void tiers_wait_in_lines_of_their_own() {
        behind("fulfilment", 6_000, 9_000L, 1_000);
        waiting(Tier.STANDARD, 30, 10);
        assertThat(waits.apply(Tier.VIP)).isZero();
    }

    private void behind(String processor, long lag, @Nullable Long lagMillis, double perSecond) {
        processors.add(new ProcessorReport(
                processor,
                true,
                null,
                List.of(new SegmentReport(0, 1, true, NOON, 100, lag, lagMillis, perSecond, false, false))));
    }

    private void waiting(Tier tier, int waiting, double perSecond) {
        lines.add(new InstanceReport.LineReport("payment calls", tier, 8, 8, waiting, perSecond, 0, 0));
    }

    private InstanceReport instance() {
        InstanceReport.Work none = new InstanceReport.Work(0, 0, 0, 0);
        return new InstanceReport(
                "payment-1",
                "payment",
                "p",
                "1",
                NOON,
                NOON,
                Participation.FULL,
                1,
                List.of(),
                none,
                none,
                0,
                List.of(),
                lines);
    }
}
