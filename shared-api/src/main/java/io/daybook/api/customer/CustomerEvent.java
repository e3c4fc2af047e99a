package io.daybook.api.customer;

import io.daybook.api.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened to a customer. */
public sealed interface CustomerEvent {

    CustomerId customerId();

    @Revision("1")
    record CustomerRegistered(CustomerId customerId, String name) implements CustomerEvent {}

    /** A member of staff decided. It holds until it is {@link TierReturned returned} to the policy. */
    @Revision("1")
    record TierChanged(CustomerId customerId, Tier tier, String reason, String by) implements CustomerEvent {}

    /** From now on the policy decides again, and not a member of staff. */
    @Revision("1")
    record TierReturned(CustomerId customerId, String reason, String by) implements CustomerEvent {}

    /**
     * By the policy: the customer has spent enough to be a VIP.
     *
     * @param spent     for orders that were confirmed, less those taken back afterwards
     * @param threshold from which on a customer is one
     * @param order     whose confirmation made the difference; null when it was something else
     * @param changes   how often the spend had changed by then
     */
    @Revision("1")
    record TierEarned(
            CustomerId customerId,
            Money spent,
            Money threshold,
            @Nullable OrderId order,
            long changes) implements CustomerEvent {}

    /**
     * By the policy: the customer is no longer a VIP, because an order was taken back or the threshold was raised.
     *
     * @param order that was taken back; null when it was something else
     */
    @Revision("1")
    record TierLost(
            CustomerId customerId,
            Money spent,
            Money threshold,
            @Nullable OrderId order,
            long changes) implements CustomerEvent {}
}
