package io.daybook.ui.desk;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderFilter;
import io.daybook.api.order.OrderQuery.FindOrders;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.ui.pages.Views;
import java.util.List;
import java.util.Optional;
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
        if (!wanted.text().contains("@")) {
            return ask(new OrderFilter(wanted.text(), customer, wanted.state(), wanted.tier()), page, size, atLeast);
        }
        Optional<CustomerId> theirs = customers.withEmail(wanted.text());
        if (theirs.isEmpty() || customer != null && !customer.equals(theirs.get())) {
            return new OrderPage(List.of(), 0, page, size, atLeast);
        }
        return ask(new OrderFilter("", theirs.get(), wanted.state(), wanted.tier()), page, size, atLeast);
    }

    private OrderPage ask(OrderFilter filter, int page, int size, long atLeast) {
        return views.ask(new FindOrders(filter, page, size, atLeast), OrderPage.class);
    }
}
