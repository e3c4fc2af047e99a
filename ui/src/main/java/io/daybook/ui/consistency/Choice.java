package io.daybook.ui.consistency;

import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.consistency.Measurements.Reads;
import io.daybook.ui.consistency.Measurements.Staleness;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way to show stock, as the page explains it.
 *
 * @param measured beside it, what it costs
 * @param age      and how old what it says may be
 */
public record Choice(
        StockConsistency consistency, String name, String meaning, boolean inForce, Cost measured, String age) {

    /** Figures for people; {@code –} where there is none. */
    public record Cost(
            String half, String most, int reads, String says, boolean updating, String shopReads, String shopMean) {

        static Cost of(Reads reads) {
            return new Cost(
                    millis(reads.p50Millis()),
                    millis(reads.p95Millis()),
                    reads.reads(),
                    reads.available() == null ? NONE : String.format(Locale.UK, "%,d", reads.available()),
                    reads.updating(),
                    String.format(Locale.UK, "%,d", reads.shopReads()),
                    millis(reads.shopMeanMillis()));
        }
    }

    private static final String NONE = "–";

    static List<Choice> all(Measurements measurements, StockConsistency inForce) {
        return measurements.reads().stream()
                .map(reads -> new Choice(
                        reads.consistency(),
                        name(reads.consistency()),
                        meaning(reads.consistency()),
                        reads.consistency() == inForce,
                        Cost.of(reads),
                        age(reads, measurements.staleness())))
                .toList();
    }

    /** What is as fresh as it was to be is not old, whatever the view is. */
    private static String age(Reads reads, @Nullable Staleness staleness) {
        if (reads.available() == null || staleness == null) {
            return NONE;
        }
        if (reads.consistency() == StockConsistency.EVENTUAL || reads.updating()) {
            return age(staleness);
        }
        return reads.consistency() == StockConsistency.STRONG ? "as it is" : "has all that was yours";
    }

    private static String age(Staleness staleness) {
        if (staleness.events() == 0) {
            return "level with the log";
        }
        return String.format(
                Locale.UK,
                "%,d %s behind, the oldest %s old",
                staleness.events(),
                staleness.events() == 1 ? "event" : "events",
                staleness.millis() < 1_000
                        ? staleness.millis() + " ms"
                        : String.format(Locale.UK, "%,.1f s", staleness.millis() / 1_000.0));
    }

    static String name(StockConsistency consistency) {
        return switch (consistency) {
            case EVENTUAL -> "Eventual";
            case READ_YOUR_WRITES -> "Read your writes";
            case STRONG -> "Strong";
        };
    }

    private static String meaning(StockConsistency consistency) {
        return switch (consistency) {
            case EVENTUAL ->
                "What the view of stock has now, and nobody else is asked. While the view is behind, the shop shows what was before.";
            case READ_YOUR_WRITES ->
                "The view, once it has what this visitor did last: their order, a cancellation, a delivery that they booked in."
                        + " It is waited for, though not for long; then the page says “still updating”. For everybody else it is"
                        + " the same as eventual.";
            case STRONG ->
                "What the stock itself says. Never old when the page is made. It waits its turn among the orders for the same"
                        + " products, and they for it. When the stock cannot be asked, the view is shown with “still"
                        + " updating”.";
        };
    }

    private static String millis(@Nullable Double millis) {
        if (millis == null) {
            return NONE;
        }
        return String.format(Locale.UK, millis < 10 ? "%.2f ms" : "%,.0f ms", millis);
    }
}
