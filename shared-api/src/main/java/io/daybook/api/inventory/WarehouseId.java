package io.daybook.api.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.regex.Pattern;

/** Identifies a warehouse; all stock commands of one warehouse are routed to one instance. */
public record WarehouseId(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,32}");

    /** Where stock is kept unless said otherwise. */
    public static final WarehouseId MAIN = new WarehouseId("MAIN");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WarehouseId {
        Require.matching("warehouse", value, FORM, "must have 1 to 32 capital letters or digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
