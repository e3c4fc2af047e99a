package io.daybook.api.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.Set;
import java.util.regex.Pattern;

/** What an event processor is called, {@code fulfilment} for example. It has the same name on all instances. */
public record ProcessorName(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    /** In all others what one event changes depends on those before it, whatever they are about: one worker does them all. */
    private static final Set<String> DIVISIBLE =
            Set.of("fulfilment", "fulfilment-vip", "payment-gateway", "payment-gateway-vip");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProcessorName {
        Require.matching("processor", value, FORM, "must name an event processor");
    }

    /** Whether it can have more than one segment. */
    public boolean isDivisible() {
        return DIVISIBLE.contains(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
