package io.daybook.observability;

import io.daybook.api.inventory.InventoryCommand.DispatchStock;
import io.daybook.api.inventory.InventoryCommand.ReleaseStock;
import io.daybook.api.inventory.InventoryCommand.ReserveStock;
import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.order.OrderCommand;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand;
import io.daybook.api.payment.PaymentEvent;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** Whose order a message is about. */
final class Subject {

    private Subject() {}

    /** That of the message's payload; one that cannot be read is its handler's trouble, and not that of those who watch. */
    static @Nullable String orderIn(Message<?> message) {
        try {
            return orderOf(message.getPayload());
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    /** The order's id; null when the message is not about one order. */
    static @Nullable String orderOf(@Nullable Object payload) {
        if (payload instanceof OrderEvent event) {
            return value(event.orderId());
        } else if (payload instanceof PaymentEvent event) {
            return value(event.orderId());
        } else if (payload instanceof ReservationEvent event) {
            return value(event.orderId());
        } else if (payload instanceof OrderCommand command) {
            return value(command.orderId());
        } else if (payload instanceof PaymentCommand command) {
            return value(command.paymentId().orderId());
        }
        return ofStock(payload);
    }

    private static @Nullable String ofStock(@Nullable Object payload) {
        if (payload instanceof UnitsReserved event) {
            return value(event.orderId());
        } else if (payload instanceof UnitsReleased event) {
            return value(event.orderId());
        } else if (payload instanceof UnitsDispatched event) {
            return value(event.orderId());
        } else if (payload instanceof ReserveStock command) {
            return value(command.orderId());
        } else if (payload instanceof ReleaseStock command) {
            return value(command.orderId());
        } else if (payload instanceof DispatchStock command) {
            return value(command.orderId());
        }
        return null;
    }

    private static String value(OrderId order) {
        return order.value();
    }
}
