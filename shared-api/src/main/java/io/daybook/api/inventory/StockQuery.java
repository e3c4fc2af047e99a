package io.daybook.api.inventory;

import io.daybook.api.Require;
import io.daybook.api.catalog.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked about stock. */
public sealed interface StockQuery {

    /**
     * The levels of these products in a warehouse, from the view, answered with a {@link StockList}; ones that nobody has
     * listed or stocked are left out.
     *
     * @param atLeast the position that the view is to have reached, which is waited for, though not for long: the answer's
     *                position says how far it has come
     */
    record FindStock(WarehouseId warehouse, Set<Sku> skus, long atLeast) implements StockQuery {

        private static final long ANY = -1;

        /** As the view has it now. */
        public FindStock(WarehouseId warehouse, Set<Sku> skus) {
            this(warehouse, skus, ANY);
        }
    }

    /**
     * The movements of a product, newest first, read from the log itself, answered with a {@link StockLedger}.
     *
     * @param before the sequence number to go back from, not included; {@link Long#MAX_VALUE} for the newest
     * @param limit  movements at most, 1 to 500
     */
    record FindStockMovements(WarehouseId warehouse, Sku sku, long before, int limit) implements StockQuery {}

    /**
     * A page of all products with their levels in a warehouse, those never stocked included, answered with a
     * {@link StockPage}; ordered by code, or when only low ones are wanted by what is available.
     *
     * @param words    words that code and name must all contain, by their beginnings; empty for all
     * @param lowBelow a product on sale of which fewer units than this are available counts as low
     * @param lowOnly  whether only those are wanted
     * @param page     counted from 0
     * @param size     products on a page, 1 to 500
     */
    record FindStockLevels(WarehouseId warehouse, String words, int lowBelow, boolean lowOnly, int page, int size)
            implements StockQuery {
        public FindStockLevels {
            Require.that(words.length() <= 200, "q", "must have at most 200 characters");
            Require.between("lowBelow", lowBelow, 0, InventoryCommand.MAX_QUANTITY);
            Require.between("page", page, 0, 100_000);
            Require.between("size", size, 1, 500);
        }
    }

    /**
     * Counts a product's movements in the log together and compares the sum with what the view says, answered with a
     * {@link StockComparison}. Reads the product's whole history.
     */
    record CompareStock(WarehouseId warehouse, Sku sku) implements StockQuery {}

    /** @param low how many products are low, whatever page and words were asked for */
    record StockPage(List<ListedStock> stock, long total, long low, int page, int size, long position) {
        public int pages() {
            return (int) ((total + size - 1) / size);
        }
    }

    /**
     * A product with its stock.
     *
     * @param name    empty when it was never listed in the catalogue
     * @param retired whether it is sold no more
     */
    record ListedStock(WarehouseId warehouse, Sku sku, String name, boolean retired, StockLevel level) {
        /** Whether it should be ordered again. */
        public boolean low(int below) {
            return !retired && level.available() < below;
        }
    }

    /**
     * What log and view say about a product.
     *
     * @param movements movements in the log
     * @param log       their sum
     * @param view      the level in the view
     * @param position  what the view reflects at least
     * @param head      where the log ended when it was read
     * @param still     whether nothing moved in between, and the view had come as far as the log: only then does a
     *                  difference mean that one of them is wrong
     */
    record StockComparison(
            WarehouseId warehouse,
            Sku sku,
            long movements,
            StockLevel log,
            StockLevel view,
            long position,
            long head,
            boolean still) {
        public boolean equal() {
            return log.equals(view);
        }
    }

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
