package io.daybook.api.figures;

import io.daybook.api.Require;
import io.daybook.api.customer.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** What can be asked about figures over time. */
public sealed interface FiguresQuery {

    /** The finest resolution there is; a coarser one is whole minutes. */
    Duration FINEST = Duration.ofSeconds(10);

    /**
     * Upper bounds of the steps in which times from placed to confirmed are counted, in milliseconds; beyond the last there
     * is one step more.
     */
    List<Integer> LATENCY_BOUNDS = List.of(
            10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 7_500, 10_000, 20_000,
            30_000, 60_000, 120_000);

    /**
     * Figures of the time from {@code from} until {@code to}, summed up over {@code resolution}, oldest first; times in which
     * nothing happened are left out. Answered with a {@link FigureList}.
     *
     * @param resolution {@link #FINEST}, or whole minutes
     */
    record FindFigures(Instant from, Instant to, Duration resolution) implements FiguresQuery {
        public FindFigures {
            Require.that(!to.isBefore(from), "to", "must not be before from");
            Require.that(Duration.between(from, to).toHours() <= 49, "from", "must be at most two days before to");
            Require.that(
                    resolution.equals(FINEST) || resolution.toMinutes() >= 1 && resolution.toSecondsPart() == 0,
                    "resolution",
                    "must be 10 seconds or whole minutes");
        }
    }

    record FigureList(List<Figures> figures, long position) {}

    /**
     * What happened to orders of a tier in a span of time.
     *
     * @param from      when the span begins
     * @param revenue   what the orders confirmed in it come to, less confirmed ones that were cancelled in it; an amount for each currency, also below zero
     * @param latencies how many orders were confirmed within each of {@link #LATENCY_BOUNDS}, and one step more beyond; at the
     *                  finest resolution those of a minute are all told with its first span
     */
    record Figures(
            Instant from,
            Tier tier,
            int placed,
            int confirmed,
            int rejected,
            int cancelled,
            List<Money> revenue,
            List<Integer> latencies) {}
}
