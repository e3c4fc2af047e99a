package io.daybook.ui.placement;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderView;
import io.daybook.api.payment.PaymentMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as asked for, checked as far as it can be without looking anything up.
 *
 * @param customer null for a guest's
 */
record OrderDraft(
        OrderId orderId,
        @Nullable CustomerId customer,
        DraftLines lines,
        PaymentMethod payment,
        Address shippingAddress,
        String placedBy) {

    static final int MAX_KEY_LENGTH = 200;

    /** Checks everything and reports all that is wrong at once, by {@link InvalidOrder}. */
    static OrderDraft check(
            OrderId orderId,
            @Nullable CustomerId customer,
            List<DraftLines.Asked> asked,
            String card,
            Address shippingAddress,
            String placedBy,
            String key) {
        List<BadField> errors = new ArrayList<>();
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            errors.add(new BadField("Idempotency-Key", "must have 1 to " + MAX_KEY_LENGTH + " characters"));
        }
        DraftLines lines = DraftLines.of(asked, errors);
        PaymentMethod payment = null;
        try {
            payment = TestCard.numbered(card).method();
        } catch (InvalidValue invalid) {
            errors.add(BadField.of(invalid));
        }
        if (payment == null || !errors.isEmpty()) {
            throw new InvalidOrder(errors);
        }
        return new OrderDraft(orderId, customer, lines, payment, shippingAddress, placedBy);
    }

    PlaceOrder command(Map<Sku, ProductView> products, Tier tier) {
        try {
            return new PlaceOrder(
                    orderId,
                    customer,
                    tier,
                    WarehouseId.MAIN,
                    lines.priced(products),
                    payment,
                    shippingAddress,
                    placedBy);
        } catch (InvalidValue invalid) {
            throw new InvalidOrder(List.of(BadField.of(invalid)));
        }
    }

    /** Whether the order in the log is what is asked for now, so that this is the same request sent again. */
    boolean sameAs(OrderView order) {
        return Objects.equals(customer, order.customerId())
                && lines.sameAs(order.lines())
                && payment.lastFour().equals(order.cardLastFour())
                && shippingAddress.equals(order.shippingAddress())
                && placedBy.equals(order.placedBy());
    }
}
