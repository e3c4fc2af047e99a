package io.daybook.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybook.bench.http.OrderAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    private static final LoadPlan PLAN =
            new LoadPlan(4, Duration.ZERO, Duration.ofSeconds(10), List.of("A"), 1, List.of(), 10, null);

    @Test
    void latencies_are_of_confirmed_orders_only() {
        Tally tally = new Tally();
        for (int millis = 1; millis <= 1_000; millis++) {
            tally.add(answer("CONFIRMED", ""), TimeUnit.MILLISECONDS.toNanos(millis));
        }
        tally.add(answer("REJECTED", "declined"), TimeUnit.MINUTES.toNanos(5));
        LoadResult result = LoadResult.of(PLAN, tally, meters(0, 0, 0), meters(1, 1, 1), 10);

        assertThat(result.ordersPerSecond()).isEqualTo(100);
        assertThat(result.latencyMillis().p50()).isCloseTo(500, within(1.0));
        assertThat(result.latencyMillis().p99()).isCloseTo(990, within(1.0));
        assertThat(result.latencyMillis().max()).isCloseTo(1_000, within(1.0));
        assertThat(result.refused()).containsExactly(Map.entry("REJECTED: declined", 1L));
    }

    @Test
    void what_a_server_spent_is_divided_by_the_orders_of_the_same_time() {
        Tally tally = new Tally();
        for (int i = 0; i < 1_000; i++) {
            tally.add(answer("CONFIRMED", ""), 1_000_000);
        }
        // Metered for 20 s where orders were counted for 10: twice the orders belong to what was spent.
        LoadResult result = LoadResult.of(PLAN, tally, meters(100, 10, 1), meters(2_100, 50, 5), 20);
        assertThat(result.serverCpuMillisPerOrder()).isEqualTo(1.0);
        assertThat(result.serverCores()).isEqualTo(0.1);
        assertThat(result.serverCpuMillisPerOrderByPart()).containsEntry("store", 0.02);
        assertThat(result.benchCpuMillisPerOrder()).isEqualTo(0.002);
    }

    @Test
    void tallies_add_up() {
        Tally one = new Tally();
        Tally other = new Tally();
        one.add(answer("CONFIRMED", ""), 1_000_000);
        other.add(answer("CONFIRMED", ""), 1_000_000);
        other.add(answer("PLACED", ""), 1_000_000);
        other.add(new OrderAnswer(422, "", "", "422 no", false, "STANDARD", null, null), 1_000_000);
        other.addFailure(new IllegalStateException("gone"));
        one.addAll(other);
        assertThat(one.confirmed()).isEqualTo(2);
        assertThat(one.unsettled()).isEqualTo(1);
        assertThat(one.failed()).containsOnlyKeys("422 no", "gone");
    }

    private static OrderAnswer answer(String state, String reason) {
        return new OrderAnswer(200, "order", state, reason, false, "STANDARD", null, null);
    }

    private static Meters meters(double server, double store, double bench) {
        return new Meters(server, Map.of("store", store), null, null, bench);
    }
}
