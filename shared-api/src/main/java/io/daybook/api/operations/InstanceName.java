package io.daybook.api.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.regex.Pattern;

/** What an instance of a service is called, {@code order-2} for example. It keeps its name over restarts. */
public record InstanceName(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._@-]{1,100}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InstanceName {
        Require.matching("instance", value, FORM, "must have 1 to 100 letters, digits, dots, dashes or @");
    }

    @Override
    public String toString() {
        return value;
    }
}
