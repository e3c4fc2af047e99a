package io.daybook.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void a_percentile_lies_within_the_step_in_which_it_falls() {
        Latency latency = Latency.of(List.of(figures(NOON, 0, 90), figures(NOON, 9, 10)));

        assertThat(latency.orders()).isEqualTo(100);
        assertThat(latency.percentile(0.45)).hasValue(5);
        assertThat(latency.percentile(0.95)).hasValue(400);
        assertThat(latency.text(0.95)).isEqualTo("400 ms").isNotEqualTo(latency.text(0.5));
    }

    @Test
    void beyond_the_last_bound_it_is_that_bound_and_of_nothing_there_is_none() {
        int last = FiguresQuery.LATENCY_BOUNDS.size();

        assertThat(Latency.of(List.of(figures(NOON, last, 1))).text(0.5)).isEqualTo("120.0 s");
        assertThat(Latency.of(List.of()).text(0.5)).isEqualTo("–");
    }

    @Test
    void a_chart_has_a_point_for_each_span_and_counts_by_the_minute() {
        Series series = Series.of(
                List.of(figures(NOON.plusSeconds(10), 0, 3)), NOON, NOON.plusSeconds(35), Duration.ofSeconds(10));

        assertThat(series.at()).hasSize(3);
        assertThat(series.confirmed()).containsExactly(0.0, 18.0, 0.0);
        assertThat(series.p50()).containsExactly(null, 5.0, null);
    }

    @Test
    void minutes_are_put_together_from_spans_of_ten_seconds() {
        Series series = Series.of(
                List.of(figures(NOON, 0, 3), figures(NOON.plusSeconds(50), 0, 4)),
                NOON,
                NOON.plusSeconds(60),
                Duration.ofMinutes(1));

        assertThat(series.confirmed()).containsExactly(7.0);
    }

    private static Figures figures(Instant from, int step, int orders) {
        List<Integer> latencies = new ArrayList<>(Collections.nCopies(FiguresQuery.LATENCY_BOUNDS.size() + 1, 0));
        latencies.set(step, orders);
        return new Figures(from, Tier.VIP, orders, orders, 0, 0, List.of(), latencies);
    }
}
