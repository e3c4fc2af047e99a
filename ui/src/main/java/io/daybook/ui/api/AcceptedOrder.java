package io.daybook.ui.api;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.ui.placement.PlacedOrder;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order that was accepted a moment ago, so that the view does not show it yet. */
record AcceptedOrder(
        OrderId orderId,
        @Nullable CustomerId customerId,
        Tier tier,
        OrderState state,
        List<OrderLine> lines,
        Money total,
        String cardLastFour,
        Address shippingAddress,
        String placedBy) {

    static AcceptedOrder of(PlacedOrder order) {
        return new AcceptedOrder(
                order.orderId(),
                order.customerId(),
                order.tier(),
                OrderState.PLACED,
                order.lines(),
                order.total(),
                order.cardLastFour(),
                order.shippingAddress(),
                order.placedBy());
    }
}
