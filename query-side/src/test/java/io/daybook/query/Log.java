package io.daybook.query;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockId;
import io.daybook.api.order.OrderEvent;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Appends events to the log as aggregates would. */
final class Log {

    private final EventStore store;

    Log(EventStore store) {
        this.store = store;
    }

    /** Appends them; returns the position of the last. */
    long append(Object... events) {
        for (Object event : events) {
            String aggregate = aggregateOf(event);
            long sequence = store.lastSequenceNumberFor(aggregate).orElse(-1L) + 1;
            store.publish(new GenericDomainEventMessage<>("test", aggregate, sequence, event));
        }
        return store.createHeadToken().position().orElseThrow();
    }

    private static String aggregateOf(Object event) {
        if (event instanceof StockEvent stock) {
            return StockId.of(stock.warehouse(), stock.sku()).value();
        }
        return event instanceof OrderEvent order ? order.orderId().value() : "others";
    }
}
