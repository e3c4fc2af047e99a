package io.daybook.api.inventory;

import io.daybook.api.catalog.Sku;
import io.daybook.api.order.OrderId;
import org.axonframework.serialization.Revision;

/** A movement of one product's stock in one warehouse; {@code level} is the stock after it. */
public sealed interface StockEvent {

    WarehouseId warehouse();

    Sku sku();

    StockLevel level();

    @Revision("1")
    record StockReceived(
            WarehouseId warehouse,
            Sku sku,
            MovementId movement,
            int quantity,
            String reason,
            String by,
            StockLevel level)
            implements StockEvent {}

    @Revision("1")
    record StockAdjusted(
            WarehouseId warehouse,
            Sku sku,
            MovementId movement,
            int quantity,
            String reason,
            String by,
            StockLevel level)
            implements StockEvent {}

    @Revision("1")
    record UnitsReserved(WarehouseId warehouse, Sku sku, OrderId orderId, int quantity, StockLevel level)
            implements StockEvent {}

    @Revision("1")
    record UnitsReleased(WarehouseId warehouse, Sku sku, OrderId orderId, int quantity, StockLevel level)
            implements StockEvent {}

    @Revision("1")
    record UnitsDispatched(WarehouseId warehouse, Sku sku, OrderId orderId, int quantity, StockLevel level)
            implements StockEvent {}
}
