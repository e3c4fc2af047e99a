package io.daybook.query.history;

import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.query.projection.Fold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a customer stands, as the view of customers has it. */
final class CustomerTelling implements Telling {

    private final Fold<CustomerView> fold;
    private @Nullable CustomerView customer;

    CustomerTelling(Fold<CustomerView> fold) {
        this.fold = fold;
    }

    @Override
    public void next(Object event, Instant at, long number) {
        customer = fold.fold(customer, event, at, number);
    }

    @Override
    public @Nullable Object state() {
        return customer;
    }
}
