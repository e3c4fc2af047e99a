package io.daybook.api.order;

import io.daybook.api.Require;
import io.daybook.api.customer.CustomerId;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

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

    /** The orders that the filter means, newest first, answered with an {@link OrderPage}; page counts from 0. */
    record FindOrders(OrderFilter filter, int page, int size, long atLeast) implements OrderQuery {
        public FindOrders {
            Require.between("page", page, 0, 100_000);
            Require.between("size", size, 1, 200);
        }
    }

    /** What a customer's orders come to, answered with {@link CustomerTotals}. */
    record FindCustomerTotals(CustomerId customerId, long atLeast) implements OrderQuery {}

    /** How many orders are in which state, answered with {@link OrderCounts}; counted anew every few seconds at most. */
    record CountOrders() implements OrderQuery {
        @Override
        public long atLeast() {
            return 0;
        }
    }

    /** States in which there is no order may be left out. */
    record OrderCounts(Map<OrderState, Long> orders) {}

    /**
     * Everything that happened to an order, answered with an {@link OrderStory}. It is read from the log itself, which is
     * ahead of every view: there is nothing to wait for.
     */
    record FindOrderStory(OrderId orderId) implements OrderQuery {
        @Override
        public long atLeast() {
            return 0;
        }
    }

    /**
     * @param confirmed orders that were confirmed and not cancelled after
     * @param spent     what those come to, an amount for each currency
     */
    record CustomerTotals(long orders, long confirmed, List<Money> spent, long position) {}

    /** An answer about one order: empty or with one element. */
    record OrderAnswer(List<OrderView> order, long position) {}

    record OrderPage(List<OrderView> orders, long total, int page, int size, long position) {
        public int pages() {
            return (int) ((total + size - 1) / size);
        }
    }
}
