package io.daybook.query.stock;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockEvent.StockAdjusted;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.order.OrderId;
import org.jspecify.annotations.Nullable;

/** Who moved how many units, and why. */
record MovementCause(int quantity, String by, @Nullable String reason) {

    static MovementCause of(StockEvent event) {
        if (event instanceof StockReceived received) {
            return new MovementCause(received.quantity(), received.by(), received.reason());
        } else if (event instanceof StockAdjusted adjusted) {
            return new MovementCause(adjusted.quantity(), adjusted.by(), adjusted.reason());
        } else if (event instanceof UnitsReserved reserved) {
            return ofOrder(reserved.quantity(), reserved.orderId());
        } else if (event instanceof UnitsReleased released) {
            return ofOrder(-released.quantity(), released.orderId());
        } else if (event instanceof UnitsDispatched dispatched) {
            return ofOrder(-dispatched.quantity(), dispatched.orderId());
        }
        throw new IllegalArgumentException("unknown movement " + event.getClass());
    }

    private static MovementCause ofOrder(int quantity, OrderId orderId) {
        return new MovementCause(quantity, "order " + orderId, null);
    }
}
