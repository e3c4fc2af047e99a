package io.daybook.api.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifies one rebuild of a view; made by whoever orders it. */
public record RebuildId(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,60}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RebuildId {
        Require.matching("rebuild", value, FORM, "must have 1 to 60 letters, digits or dashes");
    }

    public static RebuildId next() {
        return new RebuildId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
