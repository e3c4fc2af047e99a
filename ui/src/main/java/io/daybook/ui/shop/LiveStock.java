package io.daybook.ui.shop;

import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.stock.OwnWrites;
import io.daybook.ui.stock.ShownStock;
import io.daybook.ui.stock.StockReads;
import io.daybook.ui.stock.VisitorsStock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stock on open pages of the shop, as fresh as operators want it to be shown. The view tells of its changes by itself. The
 * stock itself does not: where it is to be shown, it is asked again and again while a page is open, once for all pages
 * together. Likewise it is looked again and again whether the view has what a visitor has done.
 */
public final class LiveStock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LiveStock.class);

    private final StockFeed feed;
    private final StockReads reads;
    private final VisitorsStock stock;
    private final Set<StockWatch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread;

    /** @param every from one look to the next */
    LiveStock(StockFeed feed, StockReads reads, VisitorsStock stock, Duration every) {
        this.feed = feed;
        this.reads = reads;
        this.stock = stock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "live-stock");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Hands over what to say of the product's stock now, and again whenever that changes, as long as the stream is open. Be quick. */
    public void follow(Sku sku, HttpServletRequest visitor, LiveStream stream, Consumer<StockHint> hint) {
        StockConsistency consistency = stock.consistency();
        OwnWrites own = consistency == StockConsistency.READ_YOUR_WRITES ? stock.own(visitor) : OwnWrites.NONE;
        StockWatch watch = new StockWatch(sku, own, consistency, hint);
        watches.add(watch);
        stream.onClose(() -> watches.remove(watch));
        feed.followLevel(sku, stream, watch);
    }

    private void look() {
        try {
            if (!watches.isEmpty()) {
                look(Set.copyOf(watches), stock.consistency());
            }
        } catch (RuntimeException away) {
            // The pages keep what they show; the next look may work again.
            log.debug("Stock on open pages could not be read again", away);
        }
    }

    private void look(Set<StockWatch> all, StockConsistency consistency) {
        if (consistency == StockConsistency.STRONG) {
            Set<Sku> skus = all.stream().map(StockWatch::sku).collect(Collectors.toSet());
            ShownStock shown =
                    reads.read(skus, consistency, () -> OwnWrites.NONE).join();
            all.forEach(watch -> watch.shown(shown));
            return;
        }
        Map<OwnWrites, Set<StockWatch>> byWrites = all.stream()
                .filter(watch -> !watch.leftToTheView(consistency))
                .collect(Collectors.groupingBy(StockWatch::own, Collectors.toSet()));
        byWrites.forEach((own, theirs) -> reads.read(
                        theirs.stream().map(StockWatch::sku).collect(Collectors.toSet()), consistency, () -> own)
                .thenAccept(shown -> theirs.forEach(watch -> watch.shown(shown))));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
