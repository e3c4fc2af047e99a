package io.daybook.ui.overview;

import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.Figures;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;

/** Times from placed to confirmed, put together from counts by step. */
final class Latency {

    private final long[] counts = new long[FiguresQuery.LATENCY_BOUNDS.size() + 1];

    static Latency of(Collection<Figures> figures) {
        Latency latency = new Latency();
        figures.forEach(each -> latency.add(each));
        return latency;
    }

    private void add(Figures figures) {
        for (int i = 0; i < figures.latencies().size(); i++) {
            counts[i] += figures.latencies().get(i);
        }
    }

    long orders() {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all;
    }

    /**
     * The time in milliseconds within which this share of the orders was confirmed, taken as evenly spread within a step; empty
     * when there were none.
     */
    OptionalDouble percentile(double share) {
        double wanted = orders() * share;
        double passed = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && passed + counts[i] >= wanted) {
                int last = FiguresQuery.LATENCY_BOUNDS.size() - 1;
                double low = i == 0 ? 0 : FiguresQuery.LATENCY_BOUNDS.get(i - 1);
                double high = FiguresQuery.LATENCY_BOUNDS.get(Math.min(i, last));
                return OptionalDouble.of(low + (high - low) * (wanted - passed) / counts[i]);
            }
            passed += counts[i];
        }
        return OptionalDouble.empty();
    }

    String text(double share) {
        OptionalDouble millis = percentile(share);
        if (millis.isEmpty()) {
            return "–";
        }
        double value = millis.getAsDouble();
        return value < 1_000 ? "%.0f ms".formatted(value) : String.format(Locale.UK, "%.1f s", value / 1_000);
    }
}
