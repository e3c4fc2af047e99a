package io.daybook.api.fulfilment;

/** A step of an order's fulfilment: what it waits for. Each has a deadline. */
public enum Step {
    /** Money to be held. */
    PAYMENT,
    /** All lines to be reserved. */
    STOCK,
    /** The money to be taken. */
    CAPTURE,
    /** The order to be confirmed. */
    CONFIRMATION,
    /** What was done to be undone: money let go or given back, stock released. */
    COMPENSATION,
    /** The goods to leave the warehouse's books. */
    DISPATCH
}
