package io.daybook.api.inventory;

import io.daybook.api.order.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What became of an order's claim to stock, as a whole; the movements of its products are {@link StockEvent}s. */
public sealed interface ReservationEvent {

    OrderId orderId();

    WarehouseId warehouse();

    @Revision("1")
    record StockReserved(OrderId orderId, WarehouseId warehouse, List<LineQuantity> lines)
            implements ReservationEvent {}

    @Revision("1")
    record StockRefused(OrderId orderId, WarehouseId warehouse, List<Shortage> shortages) implements ReservationEvent {}

    /** Nothing is promised to the order any more, and nothing will be. */
    @Revision("1")
    record StockReleased(OrderId orderId, WarehouseId warehouse) implements ReservationEvent {}

    @Revision("1")
    record StockDispatched(OrderId orderId, WarehouseId warehouse) implements ReservationEvent {}
}
