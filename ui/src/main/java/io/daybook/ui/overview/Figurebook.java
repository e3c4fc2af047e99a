package io.daybook.ui.overview;

import io.daybook.api.audit.AuditQuery.AuditProgress;
import io.daybook.api.audit.AuditQuery.FindAuditProgress;
import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.FigureList;
import io.daybook.api.figures.FiguresQuery.Figures;
import io.daybook.api.figures.FiguresQuery.FindFigures;
import io.daybook.api.fulfilment.FulfilmentQuery.FindStuckFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.operations.ServiceLevel;
import io.daybook.api.order.OrderQuery.CountOrders;
import io.daybook.api.order.OrderQuery.OrderCounts;
import io.daybook.api.order.OrderState;
import io.daybook.api.view.ViewQuery.FindViewPositions;
import io.daybook.api.view.ViewQuery.ViewPositionList;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.letters.LetterBoard;
import io.daybook.ui.levels.Attainment;
import io.daybook.ui.levels.LevelBoard;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.overview.Board.Count;
import io.daybook.ui.overview.Board.Lag;
import io.daybook.ui.overview.Board.TierLatency;
import io.daybook.ui.pages.Prices;
import io.daybook.ui.pages.ViewUnavailable;
import io.daybook.ui.pages.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Asks for all that the overview shows. The long chart's figures are kept for a while, because they hardly change. */
final class Figurebook {

    private static final Duration LONG_SPAN = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LETTERS_EVERY = Duration.ofSeconds(5);

    private final Views views;
    private final LogPosition log;
    private final LetterBoard letters;
    private final DecidedControls controls;
    private final ServerErrors errors;
    private final OverviewSettings settings;
    private final Clock clock;
    private List<Figures> day = List.of();
    private Instant dayUntil = Instant.MIN;
    private Instant dayAsked = Instant.MIN;
    private String lettersText = "0";
    private Instant lettersAsked = Instant.EPOCH;

    Figurebook(
            Views views,
            LogPosition log,
            LetterBoard letters,
            DecidedControls controls,
            ServerErrors errors,
            OverviewSettings settings,
            Clock clock) {
        this.letters = letters;
        this.controls = controls;
        this.views = views;
        this.log = log;
        this.errors = errors;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everything of one moment; the charts are by name. */
    record Page(Board board, Map<String, Series> charts) {}

    synchronized Page open() {
        Instant now = clock.instant();
        Instant to = Rates.lastSpan(now);
        Instant from = to.minus(settings.recent()).truncatedTo(ChronoUnit.MINUTES);
        List<Figures> recent = find(from, to.plus(MINUTE), FiguresQuery.FINEST);
        refreshDay(now);
        Series counts = Series.of(recent, from, to, FiguresQuery.FINEST);
        Series minutes = Series.of(recent, from, to, MINUTE);
        return new Page(
                new Board(
                        states(),
                        Rates.in(recent, to).placed(),
                        revenueToday(now),
                        latencies(recent),
                        errors.lastMinute(now),
                        views.ask(new FindStuckFulfilments(1), FulfilmentList.class)
                                .total(),
                        deadLetters(now),
                        drift(),
                        lags()),
                Map.of(
                        "recent",
                        counts,
                        "minutes",
                        minutes,
                        "day",
                        Series.of(day, dayFrom(dayUntil), dayUntil, LONG_SPAN)));
    }

    private String deadLetters(Instant now) {
        if (now.isAfter(lettersAsked.plus(LETTERS_EVERY))) {
            LetterBoard.Letters found = letters.now();
            lettersText = found.missing().isEmpty() ? String.valueOf(found.total()) : found.total() + "+";
            lettersAsked = now;
        }
        return lettersText;
    }

    private void refreshDay(Instant now) {
        if (now.isAfter(dayAsked.plus(settings.dayEvery()))) {
            dayUntil = now.plus(LONG_SPAN).truncatedTo(ChronoUnit.MINUTES);
            day = find(dayFrom(dayUntil), dayUntil, LONG_SPAN);
            dayAsked = now;
        }
    }

    private Instant dayFrom(Instant until) {
        return until.minus(settings.day());
    }

    private List<Figures> find(Instant from, Instant to, Duration resolution) {
        return views.ask(new FindFigures(from, to, resolution), FigureList.class)
                .figures();
    }

    private List<Count> states() {
        Map<OrderState, Long> counts =
                views.ask(new CountOrders(), OrderCounts.class).orders();
        return Arrays.stream(OrderState.values())
                .map(state -> new Count(
                        state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.UK),
                        state.settled() ? "" : "going",
                        String.format(Locale.UK, "%,d", counts.getOrDefault(state, 0L))))
                .toList();
    }

    /** The day begins at midnight of the universal time, as the figures' minutes do. */
    private String revenueToday(Instant now) {
        Instant midnight =
                now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        Map<CurrencyUnit, Money> revenue = new TreeMap<>();
        day.stream()
                .filter(each -> !each.from().isBefore(midnight))
                .flatMap(each -> each.revenue().stream())
                .forEach(money -> revenue.merge(money.getCurrencyUnit(), money, Money::plus));
        return revenue.isEmpty()
                ? "nothing yet"
                : revenue.values().stream().map(Prices::text).collect(Collectors.joining(" and "));
    }

    private List<TierLatency> latencies(List<Figures> recent) {
        return Arrays.stream(Tier.values())
                .sorted(Comparator.reverseOrder())
                .map(tier -> {
                    List<Figures> own =
                            recent.stream().filter(each -> each.tier() == tier).toList();
                    Latency latency = Latency.of(own);
                    ServiceLevel level = controls.now().tiers().level(tier);
                    Attainment attained = Attainment.of(settings.recent(), own, level);
                    return new TierLatency(
                            LevelBoard.name(tier),
                            latency.orders(),
                            latency.text(0.5),
                            latency.text(0.95),
                            latency.text(0.99),
                            LevelBoard.text(level),
                            attained.percent(),
                            !attained.meets(level));
                })
                .toList();
    }

    private String drift() {
        try {
            AuditProgress progress = views.ask(new FindAuditProgress(), AuditProgress.class);
            return progress.enabled() ? String.format(Locale.UK, "%,d", progress.open()) : "not looked for";
        } catch (ViewUnavailable away) {
            return "–"; // The rest of the page does not depend on it.
        }
    }

    private List<Lag> lags() {
        long head = log.head();
        return views.ask(new FindViewPositions(), ViewPositionList.class).views().stream()
                .map(view -> new Lag(view.view(), Math.max(0, head - view.position())))
                .toList();
    }
}
