package io.daybook.api.order;

import io.daybook.api.Require;
import io.daybook.api.catalog.Sku;
import org.joda.money.Money;

/**
 * So many units of a product at a price, as it was called when the order was placed.
 *
 * @param unitPrice what one unit costs
 */
public record OrderLine(Sku sku, String name, int quantity, Money unitPrice) {

    /** Units in one line at most. */
    public static final int MAX_QUANTITY = 1_000_000;

    public OrderLine {
        name = Require.text("name", name, 200);
        Require.between("quantity", quantity, 1, MAX_QUANTITY);
        Require.that(!unitPrice.isNegative(), "unitPrice", "must not be negative");
    }

    public Money total() {
        return unitPrice.multipliedBy(quantity);
    }
}
