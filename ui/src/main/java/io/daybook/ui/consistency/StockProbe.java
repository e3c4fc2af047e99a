package io.daybook.ui.consistency;

import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.consistency.Measurements.Reads;
import io.daybook.ui.consistency.Measurements.Staleness;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.PageSettings;
import io.daybook.ui.pages.ViewUnavailable;
import io.daybook.ui.pages.Views;
import io.daybook.ui.stock.OwnWrites;
import io.daybook.ui.stock.ShownStock;
import io.daybook.ui.stock.StockReads;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stock of one product in each of the three ways, as the shop does, and measures what that costs and how far the
 * view is behind at that moment. Reading one's own writes is measured as it is for somebody who has just written: for all
 * that is in the log.
 */
final class StockProbe {

    private static final double NANOS_A_MILLI = 1_000_000;

    private final StockReads stock;
    private final Views views;
    private final LogPosition log;
    private final ConsistencySettings settings;
    private final Duration patience;
    private final Clock clock;
    private final Map<StockConsistency, LastMinute> reads = new EnumMap<>(StockConsistency.class);
    private volatile @Nullable Sku watched;
    private volatile Measurements latest;

    StockProbe(
            StockReads stock,
            Views views,
            LogPosition log,
            ConsistencySettings settings,
            PageSettings pages,
            Clock clock) {
        this.stock = stock;
        this.views = views;
        this.log = log;
        this.settings = settings;
        this.patience = pages.answerWithin();
        this.clock = clock;
        for (StockConsistency consistency : StockConsistency.values()) {
            reads.put(consistency, new LastMinute(settings.span()));
        }
        this.latest = figures(null, null, null);
    }

    /** What was measured last. */
    Measurements latest() {
        return latest;
    }

    /** From now on this product is read; figures of another one are forgotten. */
    synchronized void watch(Sku sku) {
        if (!sku.equals(watched)) {
            watched = sku;
            reads.values().forEach(LastMinute::forget);
            latest = figures(sku, null, null);
        }
    }

    /** Measures now, unless that was done a moment ago. */
    synchronized Measurements fresh() {
        Instant at = latest.at();
        return at != null && clock.instant().isBefore(at.plus(settings.every())) ? latest : measure();
    }

    /** Measures now. */
    synchronized Measurements measure() {
        Sku sku = watched == null ? first() : watched;
        watched = sku;
        if (sku == null) {
            latest = figures(null, null, null);
            return latest;
        }
        // The log before the view: after it, the view would look behind by what happened in between.
        long head = log.head();
        ShownStock viewed = read(sku, StockConsistency.EVENTUAL, () -> OwnWrites.NONE);
        Staleness staleness = viewed == null || viewed.position() == null ? null : behind(head, viewed.position());
        read(sku, StockConsistency.STRONG, () -> OwnWrites.NONE);
        read(sku, StockConsistency.READ_YOUR_WRITES, () -> OwnWrites.upTo(log.head()));
        latest = figures(sku, clock.instant(), staleness);
        return latest;
    }

    private Staleness behind(long head, long position) {
        if (position >= head) {
            return new Staleness(0, 0);
        }
        Instant now = clock.instant();
        long millis = log.writtenAfter(position, settings.logWithin())
                .map(written -> Math.max(0, Duration.between(written, now).toMillis()))
                .orElse(0L);
        return new Staleness(head - position, millis);
    }

    private @Nullable ShownStock read(Sku sku, StockConsistency consistency, Supplier<OwnWrites> own) {
        long began = System.nanoTime();
        ShownStock shown = null;
        try {
            shown = Views.await(sku, stock.ask(Set.of(sku), consistency, own), patience);
        } catch (ViewUnavailable unanswered) {
            // Counts with the time that it took: that is what a visitor would have waited for nothing.
        }
        reads(consistency).add(clock.instant(), (System.nanoTime() - began) / NANOS_A_MILLI, shown);
        return shown;
    }

    private @Nullable Sku first() {
        return views.ask(new FindProducts("", "", 0, 1), ProductPage.class).products().stream()
                .findFirst()
                .map(product -> product.sku())
                .orElse(null);
    }

    private Measurements figures(@Nullable Sku sku, @Nullable Instant at, @Nullable Staleness staleness) {
        List<Reads> all = Arrays.stream(StockConsistency.values())
                .map(consistency -> figures(consistency, sku))
                .toList();
        return new Measurements(at, sku == null ? "" : sku.value(), all, staleness);
    }

    private Reads figures(StockConsistency consistency, @Nullable Sku sku) {
        LastMinute mine = reads(consistency);
        Timer shop = stock.measured(consistency);
        ShownStock last = mine.last();
        return new Reads(
                consistency,
                mine.count(clock.instant()),
                mine.millis(0.5),
                mine.millis(0.95),
                last == null || sku == null ? null : (Integer) last.level(sku).available(),
                last != null && last.updating(),
                shop.count(),
                shop.count() == 0 ? null : (Double) shop.mean(TimeUnit.MILLISECONDS));
    }

    private LastMinute reads(StockConsistency consistency) {
        return reads.computeIfAbsent(consistency, missing -> new LastMinute(settings.span()));
    }
}
