package io.daybook.api.customer;

import io.daybook.api.Require;
import io.daybook.api.order.OrderId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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

    /** Puts a customer into a tier by decision of a member of staff, and keeps him there until {@link ReturnTier}. */
    record ChangeTier(@TargetAggregateIdentifier @RoutingKey CustomerId customerId, Tier tier, String reason, String by)
            implements CustomerCommand {
        public ChangeTier {
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Leaves the customer's tier to the policy again. */
    record ReturnTier(@TargetAggregateIdentifier @RoutingKey CustomerId customerId, String reason, String by)
            implements CustomerCommand {
        public ReturnTier {
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Tells what the policy decides by. It changes nothing for a customer whose tier a member of staff has decided.
     *
     * @param spent   for orders that were confirmed, less those taken back afterwards
     * @param vipFrom so much makes a VIP
     * @param order   that made the difference; null when it was something else
     * @param changes how often the spend has changed: what comes late is known by it
     */
    record ApplyTierPolicy(
            @TargetAggregateIdentifier @RoutingKey CustomerId customerId,
            Money spent,
            Money vipFrom,
            @Nullable OrderId order,
            long changes)
            implements CustomerCommand {}
}
