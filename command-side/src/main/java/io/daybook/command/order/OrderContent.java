package io.daybook.command.order;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentMethod;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What makes two orders under one identifier the same order. The customer's tier and the products' names are left out:
 * they are the server's notes of that moment, and may be others when the same order is sent again.
 */
record OrderContent(
        @Nullable CustomerId customerId,
        WarehouseId warehouse,
        List<Line> lines,
        PaymentMethod payment,
        Address shippingAddress,
        String placedBy) {

    record Line(Sku sku, int quantity, Money unitPrice) {}

    static OrderContent of(PlaceOrder command) {
        return new OrderContent(
                command.customerId(),
                command.warehouse(),
                essence(command.lines()),
                command.payment(),
                command.shippingAddress(),
                command.placedBy());
    }

    static OrderContent of(OrderPlaced event) {
        return new OrderContent(
                event.customerId(),
                event.warehouse(),
                essence(event.lines()),
                event.payment(),
                event.shippingAddress(),
                event.placedBy());
    }

    private static List<Line> essence(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> new Line(line.sku(), line.quantity(), line.unitPrice()))
                .toList();
    }
}
