package io.daybook.api.customer;

/** What can be asked about customers. */
public sealed interface CustomerQuery {

    /** The customer with this id, answered with a {@link CustomerView}; null when there is none. */
    record FindCustomer(CustomerId customerId) implements CustomerQuery {}

    record CustomerView(CustomerId customerId, String name, Tier tier, long position) {}
}
