package io.daybook.api.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.InvalidValue;

/** Identifies the controls of a platform. It has one set of them. */
public record ControlsId(@JsonValue String value) implements Identifier {

    public static final ControlsId ALL = new ControlsId("controls");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ControlsId {
        if (!"controls".equals(value)) {
            throw new InvalidValue("controlsId", "must be 'controls'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
