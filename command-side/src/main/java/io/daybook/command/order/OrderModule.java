package io.daybook.command.order;

import io.daybook.command.aggregate.AggregateKind;
import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers orders with Axon. */
final class OrderModule implements ConfigurerModule {

    private final AggregateKind<Order> orders;

    OrderModule(AggregateSettings settings) {
        orders = AggregateKind.of(Order.class, settings);
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(orders.configurer())
                .registerCommandHandler(configuration -> new PlaceOrderHandler(orders.in(configuration)));
    }
}
