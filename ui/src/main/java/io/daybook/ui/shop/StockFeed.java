package io.daybook.ui.shop;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockLevel;
import io.daybook.ui.pages.LiveStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.axonframework.queryhandling.QueryGateway;

/**
 * The stock of products as the view changes, for pages that are open. However many pages show a product, the stock view is
 * subscribed to once for it, and no longer than one of them is open.
 */
public final class StockFeed {

    private final QueryGateway queries;
    private final ConcurrentMap<Sku, StockTopic> topics = new ConcurrentHashMap<>();

    StockFeed(QueryGateway queries) {
        this.queries = queries;
    }

    /**
     * Hands over the level that the view has now, and again whenever it changes, as long as the stream is open. Calls come
     * from the view's thread: be quick.
     */
    public void followLevel(Sku sku, LiveStream stream, Consumer<StockLevel> level) {
        topics.compute(sku, (same, topic) -> {
            StockTopic followed = topic == null || topic.ended() ? new StockTopic(queries, sku) : topic;
            followed.add(level, stream::endSoon);
            return followed;
        });
        stream.onClose(() -> topics.computeIfPresent(sku, (same, topic) -> topic.remove(level) ? topic : null));
    }
}
