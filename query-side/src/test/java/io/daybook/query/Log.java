package io.daybook.query;

import io.daybook.api.catalog.CatalogEvent;
import io.daybook.api.customer.CustomerEvent;
import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockId;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.payment.PaymentEvent;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Appends events to the log as aggregates would. */
public final class Log {

    private final EventStore store;

    public Log(EventStore store) {
        this.store = store;
    }

    /** Appends them; returns the position of the last. */
    public long append(Object... events) {
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
        if (event instanceof OperationsEvent) {
            return ControlsId.ALL.value();
        } else if (event instanceof OrderEvent order) {
            return order.orderId().value();
        } else if (event instanceof PaymentEvent payment) {
            return payment.paymentId().value();
        } else if (event instanceof ReservationEvent reservation) {
            return ReservationId.of(reservation.orderId()).value();
        } else if (event instanceof CatalogEvent product) {
            return product.sku().value();
        }
        return ((CustomerEvent) event).customerId().stream();
    }
}
