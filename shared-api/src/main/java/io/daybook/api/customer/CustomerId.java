package io.daybook.api.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifies a customer. */
public record CustomerId(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        Require.matching("customerId", value, FORM, "must have 1 to 64 letters, digits or dashes");
    }

    public static CustomerId random() {
        return new CustomerId(UUID.randomUUID().toString());
    }

    /**
     * What the log knows a customer by. It has one name space for all aggregates, and a customer may well bear the same
     * number as a product.
     */
    public String stream() {
        return "customer-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
