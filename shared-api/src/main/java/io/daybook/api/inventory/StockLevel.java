package io.daybook.api.inventory;

/**
 * How much of a product a warehouse has.
 *
 * @param onHand   units in the warehouse, reserved ones included
 * @param reserved units of these that are promised to orders
 */
public record StockLevel(int onHand, int reserved) {

    public static final StockLevel NONE = new StockLevel(0, 0);

    /** Units that can still be promised. */
    public int available() {
        return onHand - reserved;
    }
}
