package io.daybook.api.order;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.payment.PaymentMethod;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened to an order. */
public sealed interface OrderEvent {

    OrderId orderId();

    /** An order was placed; {@code customerId} is null for a guest's. */
    @Revision("1")
    record OrderPlaced(
            OrderId orderId,
            @Nullable CustomerId customerId,
            Tier tier,
            WarehouseId warehouse,
            List<OrderLine> lines,
            Money total,
            PaymentMethod payment,
            Address shippingAddress,
            String placedBy)
            implements OrderEvent {}

    @Revision("1")
    record OrderConfirmed(OrderId orderId) implements OrderEvent {}

    @Revision("1")
    record OrderRejected(OrderId orderId, String reason) implements OrderEvent {}

    /**
     * Somebody wants the order no more.
     *
     * @param warehouse where its goods are reserved
     * @param confirmed whether it had been confirmed, so that money was taken and goods are reserved
     */
    @Revision("1")
    record CancellationRequested(OrderId orderId, WarehouseId warehouse, boolean confirmed, String reason, String by)
            implements OrderEvent {}

    @Revision("1")
    record OrderCancelled(OrderId orderId) implements OrderEvent {}

    @Revision("1")
    record OrderDispatched(OrderId orderId, WarehouseId warehouse, String by) implements OrderEvent {}

    @Revision("1")
    record StepTimedOut(OrderId orderId, Step step) implements OrderEvent {}

    @Revision("1")
    record FulfilmentStuck(OrderId orderId, Step step, String cause) implements OrderEvent {}

    /** A person says that what the step waits for has been done by hand. */
    @Revision("1")
    record StepSkipped(OrderId orderId, Step step, String reason, String by) implements OrderEvent {}

    /**
     * A person has the stuck step tried again.
     *
     * @param reason empty for those from before a reason was asked for
     */
    @Revision("2")
    record FulfilmentRetried(OrderId orderId, String reason, String by) implements OrderEvent {}
}
