package io.daybook.api.order;

/** Where an order stands. */
public enum OrderState {
    /** Placed, and on its way through payment and stock. */
    PLACED,
    /** Paid and reserved: it can be dispatched. */
    CONFIRMED,
    /** Not to be had; all that had been done for it is undone. */
    REJECTED,
    /** The customer wants it no more; what was done for it is being undone. */
    CANCELLING,
    /** Cancelled; all that had been done for it is undone. */
    CANCELLED,
    /** It left the warehouse. */
    DISPATCHED;

    /** Whether nothing more happens to it unless somebody asks. */
    public boolean settled() {
        return this != PLACED && this != CANCELLING;
    }
}
