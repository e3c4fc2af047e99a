package io.daybook.api.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifies one thing that an operator has an instance do with a segment. */
public record SegmentActionId(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,60}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SegmentActionId {
        Require.matching("action", value, FORM, "must have 1 to 60 letters, digits or dashes");
    }

    public static SegmentActionId next() {
        return new SegmentActionId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
