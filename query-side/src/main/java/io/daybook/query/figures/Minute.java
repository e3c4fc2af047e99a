package io.daybook.query.figures;

import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What happened to orders of a tier within a minute.
 *
 * @param counts    by {@link Moment.Kind}, then by ten seconds: 24 numbers
 * @param revenue   of the orders confirmed, less that of confirmed ones that were cancelled, by currency
 * @param latencies orders confirmed within each of {@link FiguresQuery#LATENCY_BOUNDS}, and one step more
 */
record Minute(
        Instant from, Tier tier, List<Integer> counts, Map<CurrencyUnit, Money> revenue, List<Integer> latencies) {

    static final int SPANS = 6;
    static final int STEPS = FiguresQuery.LATENCY_BOUNDS.size() + 1;

    private static final int SPAN_SECONDS = 60 / SPANS;

    static String id(Instant at, Tier tier) {
        return at.truncatedTo(ChronoUnit.MINUTES) + "/" + tier;
    }

    static Minute after(@Nullable Minute before, Moment moment) {
        Instant from = moment.at().truncatedTo(ChronoUnit.MINUTES);
        int[] counts = before == null ? new int[Moment.Kind.values().length * SPANS] : array(before.counts);
        int[] latencies = before == null ? new int[STEPS] : array(before.latencies);
        Map<CurrencyUnit, Money> revenue = before == null ? new TreeMap<>() : new TreeMap<>(before.revenue);
        counts[index(moment.kind(), moment.at().atOffset(ZoneOffset.UTC).getSecond() / SPAN_SECONDS)]++;
        if (moment.kind() == Moment.Kind.CONFIRMED) {
            latencies[step(moment.after())]++;
            revenue.merge(moment.money().getCurrencyUnit(), moment.money(), Money::plus);
        } else if (moment.kind() == Moment.Kind.CANCELLED && !moment.money().isZero()) {
            revenue.merge(moment.money().getCurrencyUnit(), moment.money().negated(), Money::plus);
        }
        return new Minute(from, moment.tier(), list(counts), revenue, list(latencies));
    }

    /** How many there were in one of its six spans. */
    int count(Moment.Kind kind, int span) {
        return counts.get(index(kind, span));
    }

    int count(Moment.Kind kind) {
        return counts.subList(index(kind, 0), index(kind, SPANS)).stream()
                .mapToInt(each -> each)
                .sum();
    }

    private static int index(Moment.Kind kind, int span) {
        return kind.ordinal() * SPANS + span;
    }

    private static int step(Duration after) {
        int step = 0;
        while (step < STEPS - 1 && after.toMillis() > FiguresQuery.LATENCY_BOUNDS.get(step)) {
            step++;
        }
        return step;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(each -> each).toArray();
    }

    private static List<Integer> list(int[] numbers) {
        return java.util.Arrays.stream(numbers).boxed().toList();
    }
}
