package io.daybook.ui.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.Figures;
import io.daybook.api.operations.ServiceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttainmentTest {

    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final ServiceLevel LEVEL = new ServiceLevel(99, 2_000);

    @Test
    void an_order_is_in_time_when_it_was_confirmed_within_the_promised_time() {
        Attainment attained =
                Attainment.of(SPAN, List.of(figures(1_500, 3), figures(2_000, 2), figures(3_000, 1)), LEVEL);

        assertThat(attained).isEqualTo(new Attainment(5, 6, 5));
    }

    @Test
    void what_takes_longer_than_any_bound_is_late() {
        Figures late = of(FiguresQuery.LATENCY_BOUNDS.size(), 4);

        assertThat(Attainment.of(SPAN, List.of(late), LEVEL)).isEqualTo(new Attainment(5, 4, 0));
    }

    @Test
    void a_promise_is_kept_when_so_many_orders_were_in_time_as_were_promised() {
        assertThat(new Attainment(5, 1_000, 990).meets(LEVEL)).isTrue();
        assertThat(new Attainment(5, 1_000, 989).meets(LEVEL)).isFalse();
    }

    @Test
    void a_promise_without_orders_is_kept() {
        Attainment nothing = Attainment.of(SPAN, List.of(), LEVEL);

        assertThat(nothing.meets(LEVEL)).isTrue();
        assertThat(nothing.percent()).isEqualTo("–");
    }

    @Test
    void a_promise_that_was_nearly_kept_does_not_look_kept() {
        assertThat(new Attainment(5, 100_000, 98_999).percent()).isEqualTo("98.9%");
    }

    private static Figures figures(int withinMillis, int orders) {
        return of(FiguresQuery.LATENCY_BOUNDS.indexOf(withinMillis), orders);
    }

    private static Figures of(int step, int orders) {
        List<Integer> latencies = new ArrayList<>(Collections.nCopies(FiguresQuery.LATENCY_BOUNDS.size() + 1, 0));
        latencies.set(step, orders);
        return new Figures(Instant.EPOCH, Tier.VIP, orders, orders, 0, 0, List.of(), latencies);
    }
}
