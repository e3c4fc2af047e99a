package io.daybook.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.customer.CustomerCommand.ApplyTierPolicy;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerCommand.ReturnTier;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerEvent.TierEarned;
import io.daybook.api.customer.CustomerEvent.TierLost;
import io.daybook.api.customer.CustomerEvent.TierReturned;
import io.daybook.api.customer.Tier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A customer: a name and a tier. The tier is what the policy says, by what the customer has spent, as long as no member of
 * staff has decided otherwise.
 */
final class Customer {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private CustomerKey key;

    private @Nullable String name;
    private Tier tier = Tier.STANDARD;
    private boolean decidedByStaff;
    private long changes;

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
        if (tier != command.tier() || !decidedByStaff) {
            apply(new TierChanged(command.customerId(), command.tier(), command.reason(), command.by()));
        }
    }

    void handle(ReturnTier command) {
        if (decidedByStaff) {
            apply(new TierReturned(command.customerId(), command.reason(), command.by()));
        }
    }

    void handle(ApplyTierPolicy command) {
        boolean enough = !command.spent().isLessThan(command.vipFrom());
        if (decidedByStaff || command.changes() < changes || enough == (tier == Tier.VIP)) {
            return;
        }
        apply(
                enough
                        ? new TierEarned(
                                command.customerId(),
                                command.spent(),
                                command.vipFrom(),
                                command.order(),
                                command.changes())
                        : new TierLost(
                                command.customerId(),
                                command.spent(),
                                command.vipFrom(),
                                command.order(),
                                command.changes()));
    }

    @EventSourcingHandler
    void on(CustomerRegistered event) {
        key = new CustomerKey(event.customerId());
        name = event.name();
    }

    @EventSourcingHandler
    void on(TierChanged event) {
        tier = event.tier();
        decidedByStaff = true;
    }

    @EventSourcingHandler
    void on(TierReturned event) {
        decidedByStaff = false;
    }

    @EventSourcingHandler
    void on(TierEarned event) {
        tier = Tier.VIP;
        changes = event.changes();
    }

    @EventSourcingHandler
    void on(TierLost event) {
        tier = Tier.STANDARD;
        changes = event.changes();
    }
}
