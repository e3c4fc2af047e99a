package io.daybook.ui.placement;

/**
 * Orders cannot be taken at the moment. Most likely this one was not; sent again under its key, it is placed once in any
 * case.
 */
public class OrderingAway extends RuntimeException {

    OrderingAway(Throwable cause) {
        super("Ordering is not possible now. Send it again with the same key: it will be placed once.", cause);
    }
}
