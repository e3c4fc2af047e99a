package io.daybook.command.customer;

import io.daybook.api.Identifier;
import io.daybook.api.customer.CustomerId;

/** Identifies the aggregate of a customer, by its {@link CustomerId#stream()}. */
record CustomerKey(CustomerId customerId) implements Identifier {

    @Override
    public String value() {
        return customerId.stream();
    }

    @Override
    public String toString() {
        return value();
    }
}
