package io.daybook.api.operations;

/** How fresh the stock is that the shop shows. What can be ordered is always decided by the stock itself. */
public enum StockConsistency {
    /** What the view has now. */
    EVENTUAL,
    /** The view's, once it has what this visitor's own last order has changed. */
    READ_YOUR_WRITES,
    /** What the stock itself says now. */
    STRONG
}
