package io.daybook.api.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.regex.Pattern;

/** Identifies what a finding is about: the same thing, found again, is the same finding. */
public record FindingId(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingId {
        Require.matching("finding", value, FORM, "must have 1 to 200 letters, digits, dots, dashes or colons");
    }

    /** @param area where it is: a view's name, {@code sagas}, {@code payments} or {@code levels} */
    public static FindingId of(String area, String about) {
        return new FindingId(area + ":" + about.replaceAll("[^A-Za-z0-9._:-]", "_"));
    }

    @Override
    public String toString() {
        return value;
    }
}
