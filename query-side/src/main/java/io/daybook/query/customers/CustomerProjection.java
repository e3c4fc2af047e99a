package io.daybook.query.customers;

import io.daybook.api.customer.CustomerEvent;
import io.daybook.query.projection.Collector;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Collects the events of customers. */
@ProcessingGroup(CustomersView.NAME)
class CustomerProjection {

    private final Collector<CustomerEvent> updates;

    CustomerProjection(Collector<CustomerEvent> updates) {
        this.updates = updates;
    }

    @EventHandler
    void on(CustomerEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }
}
