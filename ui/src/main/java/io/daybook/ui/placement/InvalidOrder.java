package io.daybook.ui.placement;

import java.util.List;

/** An order as sent cannot be placed; nothing was sent to the log. */
public class InvalidOrder extends RuntimeException {

    private final transient List<BadField> errors;

    public InvalidOrder(List<BadField> errors) {
        super("The order has invalid values.");
        this.errors = List.copyOf(errors);
    }

    public List<BadField> errors() {
        return errors;
    }
}
