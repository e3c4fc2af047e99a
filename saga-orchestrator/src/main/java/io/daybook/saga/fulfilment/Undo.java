package io.daybook.saga.fulfilment;

/** Something begun for an order that has to be undone when the order is not to be. */
enum Undo {
    /** Let go of money that is or may be held. */
    VOID_PAYMENT,
    /** Give back money that was or may have been taken. */
    REFUND_PAYMENT,
    /** Take back the promise of stock. */
    RELEASE_STOCK
}
