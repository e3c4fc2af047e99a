package io.daybook.ui.overview;

import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.FigureList;
import io.daybook.api.figures.FiguresQuery.Figures;
import io.daybook.api.figures.FiguresQuery.FindFigures;
import io.daybook.ui.pages.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What came in and went out within the last minute that is over, to ten seconds. */
record Rates(List<Figures> figures) {

    static Rates ask(Views views, Instant now) {
        Instant to = lastSpan(now);
        Instant from = to.minus(Duration.ofMinutes(1));
        return in(
                views.ask(new FindFigures(from, to, FiguresQuery.FINEST), FigureList.class)
                        .figures(),
                to);
    }

    static Rates in(List<Figures> figures, Instant to) {
        Instant from = to.minus(Duration.ofMinutes(1));
        return new Rates(figures.stream()
                .filter(each -> !each.from().isBefore(from) && each.from().isBefore(to))
                .toList());
    }

    /** The end of the last ten seconds that are over. */
    static Instant lastSpan(Instant now) {
        long seconds = now.getEpochSecond();
        return Instant.ofEpochSecond(seconds - seconds % FiguresQuery.FINEST.toSeconds());
    }

    int in(Tier tier) {
        return of(tier).stream().mapToInt(Figures::placed).sum();
    }

    int out(Tier tier) {
        return of(tier).stream()
                .mapToInt(each -> each.confirmed() + each.rejected() + each.cancelled())
                .sum();
    }

    int placed() {
        return figures.stream().mapToInt(Figures::placed).sum();
    }

    private List<Figures> of(Tier tier) {
        return figures.stream().filter(each -> each.tier() == tier).toList();
    }
}
