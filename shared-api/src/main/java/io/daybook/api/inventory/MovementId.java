package io.daybook.api.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.UUID;

/** Identifies one movement of stock that a person or another system caused; given by the sender, so that sending twice moves once. */
public record MovementId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MovementId {
        value = Require.text("movementId", value, 80);
    }

    public static MovementId random() {
        return new MovementId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
