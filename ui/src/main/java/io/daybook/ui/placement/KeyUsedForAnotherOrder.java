package io.daybook.ui.placement;

/** The sender's idempotency key was used before, for an order with other content; that order stands as it was placed. */
public class KeyUsedForAnotherOrder extends RuntimeException {

    public KeyUsedForAnotherOrder() {
        super("This idempotency key was already used for an order with other content.");
    }
}
