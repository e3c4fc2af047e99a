package io.daybook.ui.shop;

import io.daybook.api.catalog.Sku;
import io.daybook.ui.pages.LiveStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntConsumer;
import org.axonframework.queryhandling.QueryGateway;

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
        topics.compute(sku, (same, topic) -> {
            StockTopic followed = topic == null || topic.ended() ? new StockTopic(queries, sku) : topic;
            followed.add(available, stream::endSoon);
            return followed;
        });
        stream.onClose(() -> topics.computeIfPresent(sku, (same, topic) -> topic.remove(available) ? topic : null));
    }
}
