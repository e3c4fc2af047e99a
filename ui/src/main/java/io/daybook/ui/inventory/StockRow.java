package io.daybook.ui.inventory;

import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.ListedStock;

/**
 * A product's stock as staff see it.
 *
 * @param low whether it should be ordered again
 */
public record StockRow(String sku, String name, boolean retired, int onHand, int reserved, int available, boolean low) {

    static StockRow of(ListedStock stock, int lowBelow) {
        StockLevel level = stock.level();
        return new StockRow(
                stock.sku().value(),
                stock.name(),
                stock.retired(),
                level.onHand(),
                level.reserved(),
                level.available(),
                stock.low(lowBelow));
    }
}
