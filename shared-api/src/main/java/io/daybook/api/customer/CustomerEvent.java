package io.daybook.api.customer;

import org.axonframework.serialization.Revision;

/** What happened to a customer. */
public sealed interface CustomerEvent {

    CustomerId customerId();

    @Revision("1")
    record CustomerRegistered(CustomerId customerId, String name) implements CustomerEvent {}

    @Revision("1")
    record TierChanged(CustomerId customerId, Tier tier, String reason, String by) implements CustomerEvent {}
}
