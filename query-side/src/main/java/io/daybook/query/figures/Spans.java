package io.daybook.query.figures;

import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery.Figures;
import io.daybook.query.figures.Moment.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Minutes taken apart, and put together. */
final class Spans {

    private static final Duration SPAN = Duration.ofSeconds(60 / Minute.SPANS);

    private record Key(Instant from, Tier tier) {}

    private Spans() {}

    /** Its spans of ten seconds in which something happened; what is known of the minute as a whole is told with the first. */
    static List<Figures> of(Minute minute) {
        List<Figures> spans = new ArrayList<>(Minute.SPANS);
        for (int span = 0; span < Minute.SPANS; span++) {
            int placed = minute.count(Kind.PLACED, span);
            int confirmed = minute.count(Kind.CONFIRMED, span);
            int rejected = minute.count(Kind.REJECTED, span);
            int cancelled = minute.count(Kind.CANCELLED, span);
            if (span == 0 || placed + confirmed + rejected + cancelled > 0) {
                spans.add(new Figures(
                        minute.from().plus(SPAN.multipliedBy(span)),
                        minute.tier(),
                        placed,
                        confirmed,
                        rejected,
                        cancelled,
                        span == 0 ? List.copyOf(minute.revenue().values()) : List.of(),
                        span == 0 ? minute.latencies() : List.of()));
            }
        }
        return spans;
    }

    /** Summed up over this time, which is counted from the epoch. */
    static List<Figures> together(List<Minute> minutes, Duration resolution) {
        Map<Key, List<Minute>> groups = new LinkedHashMap<>();
        for (Minute minute : minutes) {
            long seconds = minute.from().getEpochSecond();
            Instant from = Instant.ofEpochSecond(seconds - seconds % resolution.toSeconds());
            groups.computeIfAbsent(new Key(from, minute.tier()), key -> new ArrayList<>())
                    .add(minute);
        }
        return groups.entrySet().stream()
                .map(group -> sum(group.getKey(), group.getValue()))
                .toList();
    }

    private static Figures sum(Key key, List<Minute> minutes) {
        Map<CurrencyUnit, Money> revenue = new TreeMap<>();
        int[] latencies = new int[Minute.STEPS];
        for (Minute minute : minutes) {
            minute.revenue().forEach((currency, money) -> revenue.merge(currency, money, Money::plus));
            for (int i = 0; i < latencies.length; i++) {
                latencies[i] += minute.latencies().get(i);
            }
        }
        return new Figures(
                key.from(),
                key.tier(),
                sum(minutes, Kind.PLACED),
                sum(minutes, Kind.CONFIRMED),
                sum(minutes, Kind.REJECTED),
                sum(minutes, Kind.CANCELLED),
                List.copyOf(revenue.values()),
                java.util.Arrays.stream(latencies).boxed().toList());
    }

    private static int sum(List<Minute> minutes, Kind kind) {
        return minutes.stream().mapToInt(minute -> minute.count(kind)).sum();
    }
}
