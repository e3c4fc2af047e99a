package io.daybook.query.customers;

import io.daybook.api.customer.CustomerEvent;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.query.projection.Fold;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewReaders;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;

/** The parts of this view, for the module's configuration. */
public class CustomersBeans {

    @Bean
    CustomersView customersView() {
        return new CustomersView();
    }

    @Bean
    Fold<CustomerView> customerFold(CustomersView view) {
        return (current, event, at, position) -> view.fold(current, (CustomerEvent) event, at, position);
    }

    @Bean
    ConfigurerModule customersProcessor(ViewProcessors processors, CustomersView view) {
        return processors.module(view, CustomerProjection::new);
    }

    @Bean
    CustomerQueryHandler customerQueryHandler(
            ViewDatabase database, CustomersView view, ViewReaders readers, EventStore log) {
        return new CustomerQueryHandler(database, view, readers.of(CustomersView.NAME), log);
    }
}
