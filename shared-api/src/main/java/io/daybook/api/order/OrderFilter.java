package io.daybook.api.order;

import io.daybook.api.Require;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are meant: those to which all of it applies that is not null.
 *
 * @param text how the order's id begins, or the code of a product in it; empty for any
 */
public record OrderFilter(
        String text,
        @Nullable CustomerId customerId,
        @Nullable OrderState state,
        @Nullable Tier tier) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9 _./&+-]{0,64}");

    public OrderFilter {
        text = Require.matching(
                "q", text.strip(), FORM, "must be the beginning of an order's number or a product's code");
    }
}
