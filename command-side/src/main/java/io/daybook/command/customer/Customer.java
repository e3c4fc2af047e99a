package io.daybook.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.Tier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A customer: a name and a tier. */
final class Customer {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private CustomerKey key;

    private @Nullable String name;
    private Tier tier = Tier.STANDARD;

    /** For Axon, to be filled by events. */
    @SuppressWarnings("NullAway.Init")
    Customer() {}

    /** A customer whom nobody has registered yet. */
    Customer(CustomerKey key) {
        this.key = key;
    }

    void handle(RegisterCustomer command) {
        if (name == null) {
            apply(new CustomerRegistered(command.customerId(), command.name()));
        } else if (!name.equals(command.name())) {
            throw new CommandRefused(
                    Refusal.Code.CONFLICT,
                    "Customer %s has been registered under another name".formatted(command.customerId()));
        }
    }

    void handle(ChangeTier command) {
        if (tier != command.tier()) {
            apply(new TierChanged(command.customerId(), command.tier(), command.reason(), command.by()));
        }
    }

    @EventSourcingHandler
    void on(CustomerRegistered event) {
        key = new CustomerKey(event.customerId());
        name = event.name();
    }

    @EventSourcingHandler
    void on(TierChanged event) {
        tier = event.tier();
    }
}
