package io.daybook.api.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import io.daybook.api.catalog.Sku;

/** Identifies the stock of one product in one warehouse. */
public record StockId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StockId {
        Require.text("stockId", value, 80);
    }

    public static StockId of(WarehouseId warehouse, Sku sku) {
        return new StockId(warehouse + ":" + sku);
    }

    @Override
    public String toString() {
        return value;
    }
}
