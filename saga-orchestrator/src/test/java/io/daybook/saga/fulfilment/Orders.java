package io.daybook.saga.fulfilment;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.util.List;
import org.joda.money.Money;

/** An order to test with: five mugs in two lines and one tea. */
final class Orders {

    static final OrderId ORDER = new OrderId("order-1");
    static final PaymentId PAYMENT = PaymentId.of(ORDER);
    static final WarehouseId WAREHOUSE = WarehouseId.MAIN;
    static final Money TOTAL = Money.parse("GBP 24.00");
    static final PaymentMethod CARD = new PaymentMethod("tok_approve", "4242");
    static final Address ADDRESS = new Address("Ada Example", "1 Mill Lane", "Leeds", "LS1 1AA", "United Kingdom");

    private static final List<OrderLine> LINES = List.of(
            new OrderLine(new Sku("MUG-1"), "Mug", 2, Money.parse("GBP 4.00")),
            new OrderLine(new Sku("TEA-2"), "Tea", 1, Money.parse("GBP 4.00")),
            new OrderLine(new Sku("MUG-1"), "Mug", 3, Money.parse("GBP 4.00")));

    private Orders() {}

    static OrderPlaced placed() {
        return placed(ORDER);
    }

    static OrderPlaced placed(OrderId orderId) {
        return new OrderPlaced(
                orderId,
                new CustomerId("customer-1"),
                Tier.STANDARD,
                WAREHOUSE,
                LINES,
                TOTAL,
                CARD,
                ADDRESS,
                "customer-1");
    }
}
