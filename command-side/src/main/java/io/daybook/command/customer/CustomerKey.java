package io.daybook.command.customer;

import io.daybook.api.Identifier;
import io.daybook.api.customer.CustomerId;

/**
 * What the event log knows a customer by. The log has one name space for all aggregates, and a customer may well bear the
 * same number as a product.
 */
record CustomerKey(CustomerId customerId) implements Identifier {

    @Override
    public String value() {
        return "customer-" + customerId;
    }

    @Override
    public String toString() {
        return value();
    }
}
