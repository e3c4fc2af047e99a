package io.daybook.query.stock;

import com.mongodb.client.model.Filters;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.CompareStock;
import io.daybook.api.inventory.StockQuery.StockComparison;
import io.daybook.query.projection.Reader;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Compares view and log. The log is summed up from the quantities moved, not taken from the levels that the movements carry:
 * so it also finds out when a movement carried a wrong one.
 */
class StockComparisonQueryHandler {

    private final EventStore log;
    private final StockLevels levels;
    private final Reader reader;

    StockComparisonQueryHandler(EventStore log, StockLevels levels, Reader reader) {
        this.log = log;
        this.levels = levels;
        this.reader = reader;
    }

    @QueryHandler
    CompletableFuture<StockComparison> handle(CompareStock query) {
        String id = StockId.of(query.warehouse(), query.sku()).value();
        long before = movements(id);
        long head = head();
        return reader.at(head, position -> {
            Document document = reader.documents().find(Filters.eq("_id", id)).first();
            StockLevel viewed = document == null
                    ? StockLevel.NONE
                    : levels.read(document).stock().level();
            // When no movement came meanwhile, what the view says is what the log said before and after.
            boolean still = position >= head && movements(id) == before;
            return new StockComparison(
                    query.warehouse(), query.sku(), before, sum(id, before), viewed, position, head, still);
        });
    }

    private long movements(String id) {
        return log.lastSequenceNumberFor(id).orElse(-1L) + 1;
    }

    private long head() {
        @Nullable TrackingToken head = log.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    private StockLevel sum(String id, long movements) {
        int onHand = 0;
        int reserved = 0;
        if (movements > 0) {
            DomainEventStream events = log.readEvents(id, 0);
            while (events.hasNext() && events.peek().getSequenceNumber() < movements) {
                StockEvent event = (StockEvent) events.next().getPayload();
                int quantity = MovementCause.of(event).quantity();
                if (event instanceof UnitsReserved || event instanceof UnitsReleased) {
                    reserved += quantity;
                } else {
                    onHand += quantity;
                }
                if (event instanceof UnitsDispatched) {
                    reserved += quantity;
                }
            }
        }
        return new StockLevel(onHand, reserved);
    }
}
