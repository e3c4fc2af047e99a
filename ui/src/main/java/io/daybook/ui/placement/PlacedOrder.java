package io.daybook.ui.placement;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderView;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order that is in the log, as it was placed: now, or before with the same idempotency key.
 *
 * @param before whether it may have been placed before
 */
public record PlacedOrder(
        OrderId orderId,
        @Nullable CustomerId customerId,
        Tier tier,
        List<OrderLine> lines,
        Money total,
        String cardLastFour,
        Address shippingAddress,
        String placedBy,
        boolean before) {

    /** @param first whether the command was the first to place it */
    static PlacedOrder of(PlaceOrder command, boolean first) {
        return new PlacedOrder(
                command.orderId(),
                command.customerId(),
                command.tier(),
                command.lines(),
                command.total(),
                command.payment().lastFour(),
                command.shippingAddress(),
                command.placedBy(),
                !first);
    }

    static PlacedOrder of(OrderView order) {
        return new PlacedOrder(
                order.orderId(),
                order.customerId(),
                order.tier(),
                order.lines(),
                order.total(),
                order.cardLastFour(),
                order.shippingAddress(),
                order.placedBy(),
                true);
    }
}
