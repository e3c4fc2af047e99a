package io.daybook.ui.shop;

/**
 * What a customer is told about a product's stock.
 *
 * @param available units that can still be promised
 * @param updating  whether that is not as fresh as it was to be shown
 */
public record StockHint(int available, boolean updating) {

    /** Down to this many, customers are told how many are left. */
    private static final int LOW = 5;

    public boolean soldOut() {
        return available <= 0;
    }

    public String text() {
        if (soldOut()) {
            return "Sold out";
        }
        return available <= LOW ? "Only %d left".formatted(available) : "In stock";
    }

    /** Name of its style. */
    public String kind() {
        if (soldOut()) {
            return "out";
        }
        return available <= LOW ? "low" : "plenty";
    }
}
