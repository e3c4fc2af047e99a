package io.daybook.api.customer;

import io.daybook.api.Require;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a customer. */
public sealed interface CustomerCommand {

    CustomerId customerId();

    /** Opens a customer's account. Sent twice, it happens once. */
    record RegisterCustomer(
            @TargetAggregateIdentifier @RoutingKey CustomerId customerId, String name) implements CustomerCommand {
        public RegisterCustomer {
            name = Require.text("name", name, 200);
        }
    }

    /** Moves a customer to another tier by decision of a member of staff. */
    record ChangeTier(@TargetAggregateIdentifier @RoutingKey CustomerId customerId, Tier tier, String reason, String by)
            implements CustomerCommand {
        public ChangeTier {
            reason = Require.text("reason", reason, 500);
        }
    }
}
