package io.daybook.ui.levels;

import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.FigureList;
import io.daybook.api.figures.FiguresQuery.Figures;
import io.daybook.api.figures.FiguresQuery.FindFigures;
import io.daybook.api.operations.ServiceLevel;
import io.daybook.ui.pages.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far a promise was kept within a span of time that ends now.
 *
 * @param minutes of the span
 * @param orders  confirmed in it
 * @param kept    of these, within the promised time
 */
public record Attainment(long minutes, long orders, long kept) {

    /** By tier. */
    static Map<Tier, Attainment> ask(Views views, Instant now, Duration span, Map<Tier, ServiceLevel> levels) {
        List<Figures> figures = views.ask(new FindFigures(now.minus(span), now, span), FigureList.class)
                .figures();
        Map<Tier, Attainment> attained = new EnumMap<>(Tier.class);
        levels.forEach((tier, level) -> attained.put(
                tier,
                of(span, figures.stream().filter(each -> each.tier() == tier).toList(), level)));
        return attained;
    }

    /** @param figures of the tier that was promised this */
    public static Attainment of(Duration span, List<Figures> figures, ServiceLevel level) {
        long orders = 0;
        long kept = 0;
        for (Figures each : figures) {
            for (int step = 0; step < each.latencies().size(); step++) {
                int count = each.latencies().get(step);
                orders += count;
                if (step < FiguresQuery.LATENCY_BOUNDS.size()
                        && FiguresQuery.LATENCY_BOUNDS.get(step) <= level.millis()) {
                    kept += count;
                }
            }
        }
        return new Attainment(span.toMinutes(), orders, kept);
    }

    /** How many of a hundred, rounded down: a promise that was nearly kept does not look kept. */
    public String percent() {
        return orders == 0 ? "–" : String.format(Locale.UK, "%.1f%%", Math.floor(1_000.0 * kept / orders) / 10);
    }

    /** Whether so many orders were confirmed in time as were promised to be. */
    public boolean meets(ServiceLevel level) {
        return kept * 100 >= orders * level.percent();
    }
}
