package io.daybook.command.payment;

import io.daybook.command.aggregate.AggregateKind;
import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers payments with Axon. */
final class PaymentModule implements ConfigurerModule {

    private final AggregateKind<Payment> payments;

    PaymentModule(AggregateSettings settings) {
        payments = AggregateKind.of(Payment.class, settings);
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(payments.configurer())
                .registerCommandHandler(configuration -> new PaymentCommandHandler(payments.in(configuration)));
    }
}
