package io.daybook.ui.overview;

import io.daybook.api.figures.FiguresQuery.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for a chart; all lists are as long as {@code at}.
 *
 * @param at     beginnings of the spans, seconds since the epoch
 * @param placed orders a minute, likewise {@code confirmed} and {@code failed}, which are the rejected and the cancelled
 * @param p50    milliseconds within which half the orders were confirmed; null where there were none
 */
record Series(
        List<Long> at,
        List<Double> placed,
        List<Double> confirmed,
        List<Double> failed,
        List<@Nullable Double> p50,
        List<@Nullable Double> p95,
        List<@Nullable Double> p99) {

    /** From these figures, one point for each span of the time. */
    static Series of(List<Figures> figures, Instant from, Instant to, Duration span) {
        Series series = new Series(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        double perMinute = 60.0 / span.toSeconds();
        Map<Instant, List<Figures>> spans =
                figures.stream().collect(Collectors.groupingBy(each -> begin(each.from(), span)));
        for (Instant at = begin(from, span); at.plus(span).compareTo(to) <= 0; at = at.plus(span)) {
            series.add(at, spans.getOrDefault(at, List.of()), perMinute);
        }
        return series;
    }

    private static Instant begin(Instant at, Duration span) {
        return Instant.ofEpochSecond(at.getEpochSecond() - at.getEpochSecond() % span.toSeconds());
    }

    private void add(Instant from, List<Figures> figures, double perMinute) {
        at.add(from.getEpochSecond());
        placed.add(perMinute * figures.stream().mapToInt(Figures::placed).sum());
        confirmed.add(perMinute * figures.stream().mapToInt(Figures::confirmed).sum());
        failed.add(perMinute
                * figures.stream()
                        .mapToInt(each -> each.rejected() + each.cancelled())
                        .sum());
        Latency latency = Latency.of(figures);
        p50.add(millis(latency, 0.5));
        p95.add(millis(latency, 0.95));
        p99.add(millis(latency, 0.99));
    }

    private static @Nullable Double millis(Latency latency, double share) {
        return latency.orders() == 0
                ? null
                : (double) Math.round(latency.percentile(share).orElse(0));
    }
}
