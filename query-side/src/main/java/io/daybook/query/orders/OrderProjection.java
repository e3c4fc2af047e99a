package io.daybook.query.orders;

import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.query.projection.Collector;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Collects the events of orders, their payments and their reservations. */
@ProcessingGroup("orders")
class OrderProjection {

    private final Collector<Object> updates;

    OrderProjection(Collector<Object> updates) {
        this.updates = updates;
    }

    @EventHandler
    void on(OrderEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }

    @EventHandler
    void on(PaymentEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }

    @EventHandler
    void on(ReservationEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }
}
