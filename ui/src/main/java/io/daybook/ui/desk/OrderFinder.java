package io.daybook.ui.desk;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderFilter;
import io.daybook.api.order.OrderQuery.FindOrders;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.ui.pages.Views;
import org.jspecify.annotations.Nullable;

/** Finds orders for staff. */
public final class OrderFinder {

    private final CustomerDirectory customers;
    private final Views views;

    OrderFinder(CustomerDirectory customers, Views views) {
        this.customers = customers;
        this.views = views;
    }

    /**
     * What is looked for.
     *
     * @param text       an e-mail address if there is an @ in it, otherwise the beginning of an order's id or a product's code
     * @param customerId whose orders; null for anybody's
     */
    public record Wanted(
            String text,
            @Nullable String customerId,
            @Nullable OrderState state,
            @Nullable Tier tier) {}

    /**
     * Orders, newest first; page counts from 0.
     *
     * @throws io.daybook.api.InvalidValue naming {@code q}, {@code customerId}, {@code page} or {@code size}
     */
    public OrderPage find(Wanted wanted, int page, int size, long atLeast) {
        CustomerId customer = wanted.customerId() == null ? null : new CustomerId(wanted.customerId());
        OrderFilter filter = wanted.text().contains("@")
                ? new OrderFilter("", whose(wanted.text(), customer), wanted.state(), wanted.tier())
                : new OrderFilter(wanted.text(), customer, wanted.state(), wanted.tier());
        return views.ask(new FindOrders(filter, page, size, atLeast), OrderPage.class);
    }

    /** The customer with this address; nobody when it is another's than wanted, so that the view says how far it is. */
    private CustomerId whose(String email, @Nullable CustomerId wanted) {
        return customers
                .withEmail(email)
                .filter(theirs -> wanted == null || theirs.equals(wanted))
                .orElseGet(CustomerId::random);
    }
}
