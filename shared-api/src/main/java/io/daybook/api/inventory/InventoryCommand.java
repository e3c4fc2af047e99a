package io.daybook.api.inventory;

import io.daybook.api.Require;
import io.daybook.api.catalog.Sku;
import io.daybook.api.order.OrderId;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/**
 * What can be asked of the stock. All commands of a warehouse are routed to one instance; what two instances might still
 * do at once, the event store's sequence check refuses.
 */
public sealed interface InventoryCommand {

    /** Units in one delivery, adjustment or line; more is taken for a slip of the finger. */
    int MAX_QUANTITY = 10_000_000;

    WarehouseId warehouse();

    /** Goods came in. */
    record ReceiveStock(
            @RoutingKey WarehouseId warehouse, Sku sku, MovementId movement, int quantity, String reason, String by)
            implements InventoryCommand {
        public ReceiveStock {
            Require.between("quantity", quantity, 1, MAX_QUANTITY);
            reason = Require.text("reason", reason, 500);
        }
    }

    /** The count was wrong, or goods were lost, broken or found: units are added, or taken when negative. */
    record AdjustStock(
            @RoutingKey WarehouseId warehouse, Sku sku, MovementId movement, int quantity, String reason, String by)
            implements InventoryCommand {
        public AdjustStock {
            Require.between("quantity", quantity, -MAX_QUANTITY, MAX_QUANTITY);
            Require.that(quantity != 0, "quantity", "must not be 0");
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Promises all lines to an order, or none: answered by {@code StockReserved} or {@code StockRefused}. */
    record ReserveStock(@RoutingKey WarehouseId warehouse, OrderId orderId, List<LineQuantity> lines)
            implements InventoryCommand {}

    /** Takes an order's promise back: answered by {@code StockReleased}, also when nothing had been promised. */
    record ReleaseStock(@RoutingKey WarehouseId warehouse, OrderId orderId) implements InventoryCommand {}

    /** The goods promised to an order leave the warehouse: answered by {@code StockDispatched}. */
    record DispatchStock(@RoutingKey WarehouseId warehouse, OrderId orderId) implements InventoryCommand {}

    /**
     * Asks the stock itself how much there is of these products, answered with a {@link StockCount}. It changes nothing. It
     * is a command all the same, because commands are what goes to the one instance that has the warehouse's stock.
     *
     * @param skus 1 to {@value #MOST_COUNTED} products; naming one twice is naming it once
     */
    record CountStock(@RoutingKey WarehouseId warehouse, List<Sku> skus) implements InventoryCommand {

        public static final int MOST_COUNTED = 100;

        public CountStock {
            skus = List.copyOf(skus);
            Require.between("skus", skus.size(), 1, MOST_COUNTED);
        }
    }
}
