package io.daybook.ui.stock;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.operations.StockConsistency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of some products there is, and what that is worth.
 *
 * @param consistency how fresh it was to be
 * @param levels      by product; ones that nobody has stocked may be left out
 * @param position    of the last event that it reflects at least; null when the stock itself was asked, which has no such
 *                    thing
 * @param updating    whether it is not as fresh as it was to be, because that was not to be had in time
 * @param own         what the reader has done, as far as it is still to be waited for
 */
public record ShownStock(
        StockConsistency consistency,
        Map<Sku, StockLevel> levels,
        @Nullable Long position,
        boolean updating,
        OwnWrites own) {

    static ShownStock ofView(StockConsistency consistency, StockList stock, boolean updating, OwnWrites own) {
        return new ShownStock(consistency, byProduct(stock.stock()), stock.position(), updating, own);
    }

    static ShownStock nothing(StockConsistency consistency) {
        return new ShownStock(consistency, Map.of(), null, false, OwnWrites.NONE);
    }

    static ShownStock counted(Map<Sku, StockLevel> levels) {
        return new ShownStock(StockConsistency.STRONG, levels, null, false, OwnWrites.NONE);
    }

    static Map<Sku, StockLevel> byProduct(List<StockView> stock) {
        return stock.stream().collect(Collectors.toMap(StockView::sku, StockView::level));
    }

    public StockLevel level(Sku sku) {
        return levels.getOrDefault(sku, StockLevel.NONE);
    }
}
