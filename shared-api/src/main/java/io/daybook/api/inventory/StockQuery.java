package io.daybook.api.inventory;

import io.daybook.api.catalog.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked about stock. */
public sealed interface StockQuery {

    /** The levels of these products in a warehouse, from the view, answered with a {@link StockList}; never stocked ones are left out. */
    record FindStock(WarehouseId warehouse, Set<Sku> skus) implements StockQuery {}

    /**
     * The movements of a product, newest first, read from the log itself, answered with a {@link StockLedger}.
     *
     * @param before the sequence number to go back from, not included; {@link Long#MAX_VALUE} for the newest
     * @param limit  movements at most, 1 to 500
     */
    record FindStockMovements(WarehouseId warehouse, Sku sku, long before, int limit) implements StockQuery {}

    record StockList(List<StockView> stock, long position) {}

    record StockView(WarehouseId warehouse, Sku sku, StockLevel level) {}

    record StockLedger(WarehouseId warehouse, Sku sku, StockLevel level, List<Movement> movements) {}

    /**
     * One movement of stock.
     *
     * @param sequence its number within the product's stock, from 0
     * @param kind     name of the event, for example {@code StockReceived}
     * @param quantity units by which stock on hand (received, adjusted, dispatched) or reserved stock (reserved,
     *                 released) changed, negative when it became less
     * @param by       who caused it: a person, or the order
     * @param level    stock after it
     */
    record Movement(
            long sequence,
            Instant at,
            String kind,
            int quantity,
            String by,
            @Nullable String reason,
            StockLevel level) {}
}
