package io.daybook.api.order;

import io.daybook.api.Require;
import io.daybook.api.customer.CustomerId;
import java.util.List;

/**
 * What can be asked about orders. {@code atLeast} is a position in the log that the answer must have reached: the view is
 * waited for, within bounds, and an answer that is still behind says so by its own position. 0 takes what the view has.
 */
public sealed interface OrderQuery {

    long atLeast();

    /** One order, answered with an {@link OrderAnswer}; can be subscribed to, updates are {@link OrderView}s. */
    record FindOrder(OrderId orderId, long atLeast) implements OrderQuery {}

    /** A customer's orders, newest first, answered with an {@link OrderPage}; page counts from 0. */
    record FindCustomerOrders(CustomerId customerId, int page, int size, long atLeast) implements OrderQuery {
        public FindCustomerOrders {
            Require.between("page", page, 0, 100_000);
            Require.between("size", size, 1, 200);
        }
    }

    /** An answer about one order: empty or with one element. */
    record OrderAnswer(List<OrderView> order, long position) {}

    record OrderPage(List<OrderView> orders, long total, int page, int size, long position) {
        public int pages() {
            return (int) ((total + size - 1) / size);
        }
    }
}
