package io.daybook.command.customer;

import io.daybook.command.aggregate.AggregateKind;
import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers customers with Axon. */
final class CustomerModule implements ConfigurerModule {

    private final AggregateKind<Customer> customers;

    CustomerModule(AggregateSettings settings) {
        customers = AggregateKind.of(Customer.class, settings);
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(customers.configurer())
                .registerCommandHandler(configuration -> new CustomerCommandHandler(customers.in(configuration)));
    }
}
