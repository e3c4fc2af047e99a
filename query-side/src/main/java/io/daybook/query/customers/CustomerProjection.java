package io.daybook.query.customers;

import io.daybook.api.customer.CustomerEvent;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.query.projection.ViewUpdates;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Collects the events of customers. */
@ProcessingGroup(CustomersView.NAME)
class CustomerProjection {

    private final ViewUpdates<CustomerEvent, CustomerView> updates;

    CustomerProjection(ViewUpdates<CustomerEvent, CustomerView> updates) {
        this.updates = updates;
    }

    @EventHandler
    void on(CustomerEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }
}
