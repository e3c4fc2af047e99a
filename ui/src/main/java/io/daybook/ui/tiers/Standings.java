package io.daybook.ui.tiers;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomer;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderQuery.CustomerTotals;
import io.daybook.api.order.OrderQuery.FindCustomerTotals;
import io.daybook.ui.pages.Views;
import org.jspecify.annotations.Nullable;

/** Looks up where customers stand. */
public final class Standings {

    private final Views views;
    private final VipThreshold threshold;

    Standings(Views views, VipThreshold threshold) {
        this.views = views;
        this.threshold = threshold;
    }

    /** @param atLeast position that the orders are to reflect */
    public Standing of(CustomerId customer, long atLeast) {
        @Nullable CustomerView known = views.ask(new FindCustomer(customer), CustomerView.class);
        CustomerTotals totals = views.ask(new FindCustomerTotals(customer, atLeast), CustomerTotals.class);
        return Standing.of(known == null ? Tier.STANDARD : known.tier(), totals.spent(), threshold.now());
    }
}
