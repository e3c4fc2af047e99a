package io.daybook.query.stock;

import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.StockQuery.StockView;

/**
 * What the view knows of a product in a warehouse.
 *
 * @param name empty until it is listed, and outside the main warehouse
 */
record ProductStock(StockView stock, String name, boolean retired) {

    ProductStock at(StockLevel level) {
        return new ProductStock(new StockView(stock.warehouse(), stock.sku(), level), name, retired);
    }

    ProductStock named(String now) {
        return now.equals(name) ? this : new ProductStock(stock, now, retired);
    }

    ProductStock soldNoMore() {
        return new ProductStock(stock, name, true);
    }

    ListedStock listed() {
        return new ListedStock(stock.warehouse(), stock.sku(), name, retired, stock.level());
    }
}
