package io.daybook.api;

/** A value that no message may carry. */
public class InvalidValue extends IllegalArgumentException {

    private final String field;
    private final String reason;

    public InvalidValue(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** The field as the sender knows it, for example {@code quantity}. */
    public String field() {
        return field;
    }

    /** What is wrong with it, to be read after the field's name. */
    public String reason() {
        return reason;
    }
}
