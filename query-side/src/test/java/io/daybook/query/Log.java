package io.daybook.query;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Appends events to the log as the aggregates would. */
public final class Log {

    private final EventStore store;
    private final Map<String, Long> sequences = new HashMap<>();

    public Log(EventStore store) {
        this.store = store;
    }

    /** Appends them; returns the position of the last. */
    public long append(Object... events) {
        for (Object event : events) {
            String aggregate = aggregateOf(event);
            long sequence = sequences.merge(aggregate, 0L, (before, zero) -> before + 1);
            store.publish(new GenericDomainEventMessage<>(
                    event.getClass().getEnclosingClass().getSimpleName(), aggregate, sequence, event));
        }
        return store.createHeadToken().position().orElseThrow();
    }

    private static String aggregateOf(Object event) {
        if (event instanceof StockEvent stock) {
            return StockId.of(stock.warehouse(), stock.sku()).value();
        }
        try {
            for (String id : new String[] {"paymentId", "orderId", "sku", "customerId"}) {
                for (var component : event.getClass().getRecordComponents()) {
                    if (component.getName().equals(id)) {
                        return id + component.getAccessor().invoke(event);
                    }
                }
            }
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(event.toString(), failure);
        }
        throw new IllegalArgumentException("whose event is " + event);
    }

    public static Sku sku(String code) {
        return new Sku(code);
    }
}
