package io.daybook.ui.http;

import io.daybook.ui.placement.BadField;
import java.util.List;

/** A request has values that cannot be taken: answered with 400 and their names. */
public class BadFields extends RuntimeException {

    private final transient List<BadField> errors;

    public BadFields(List<BadField> errors) {
        super("The request has invalid values.");
        this.errors = List.copyOf(errors);
    }

    public BadFields(String field, String reason) {
        this(List.of(new BadField(field, reason)));
    }

    public List<BadField> errors() {
        return errors;
    }
}
