package io.daybook.query.orders;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.daybook.api.order.OrderQuery.CountOrders;
import io.daybook.api.order.OrderQuery.OrderCounts;
import io.daybook.api.order.OrderState;
import io.daybook.query.projection.Reader;
import io.daybook.query.projection.ViewDatabase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;

/** Counts orders by state. Most are in one of the last states, so it is dear: an answer holds for some seconds. */
class OrderCountsQueryHandler {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ViewDatabase database;
    private final Reader reader;
    private OrderCounts counts = new OrderCounts(Map.of());
    private long counted = System.nanoTime() - FRESH.toNanos();

    OrderCountsQueryHandler(ViewDatabase database, Reader reader) {
        this.database = database;
        this.reader = reader;
    }

    @QueryHandler
    synchronized OrderCounts handle(CountOrders query) {
        if (System.nanoTime() - counted >= FRESH.toNanos()) {
            MongoCollection<Document> orders = reader.documents();
            Map<OrderState, Long> found = new EnumMap<>(OrderState.class);
            long others = orders.estimatedDocumentCount();
            for (OrderState state : OrderState.values()) {
                if (state != OrderState.CONFIRMED) {
                    long number = database.count(orders, Filters.eq(OrderDocument.STATE, state.name()));
                    found.put(state, number);
                    others -= number;
                }
            }
            // As a rule the most, and so the one that is not counted one by one.
            found.put(OrderState.CONFIRMED, Math.max(0, others));
            counts = new OrderCounts(found);
            counted = System.nanoTime();
        }
        return counts;
    }
}
