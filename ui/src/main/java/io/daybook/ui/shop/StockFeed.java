package io.daybook.ui.shop;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockLevel;
import io.daybook.ui.pages.LiveStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * The stock of products as it changes, for pages that are open. However many pages show a product, the stock view is
 * subscribed to once for it, and no longer than one of them is open.
 */
public final class StockFeed {

    private final QueryGateway queries;
    private final ConcurrentMap<Sku, StockTopic> topics = new ConcurrentHashMap<>();

    StockFeed(QueryGateway queries) {
        this.queries = queries;
    }

    /**
     * Hands over the units available now, and again whenever they change, as long as the stream is open. Calls come from
     * the view's thread: be quick.
     */
    public void follow(Sku sku, LiveStream stream, IntConsumer available) {
        followLevel(sku, stream, new Availability(available));
    }

    /** The same with the whole level. */
    public void followLevel(Sku sku, LiveStream stream, Consumer<StockLevel> level) {
        topics.compute(sku, (same, topic) -> {
            StockTopic followed = topic == null || topic.ended() ? new StockTopic(queries, sku) : topic;
            followed.add(level, stream::endSoon);
            return followed;
        });
        stream.onClose(() -> topics.computeIfPresent(sku, (same, topic) -> topic.remove(level) ? topic : null));
    }

    /** Tells only what customers see of a level; a topic tells its followers one after the other. */
    private static final class Availability implements Consumer<StockLevel> {

        private final IntConsumer available;
        private @Nullable Integer told;

        Availability(IntConsumer available) {
            this.available = available;
        }

        @Override
        public void accept(StockLevel level) {
            if (told == null || told != level.available()) {
                told = level.available();
                available.accept(level.available());
            }
        }
    }
}
