package io.daybook.api.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.util.Locale;
import java.util.regex.Pattern;

/** A product's code (stock keeping unit), in capitals: {@code 85123a} and {@code 85123A} are one product. */
public record Sku(@JsonValue String value) implements Identifier, Comparable<Sku> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sku {
        value = Require.matching(
                "sku",
                value == null ? "" : value.strip().toUpperCase(Locale.ROOT),
                FORM,
                "must have 1 to 32 letters, digits, dashes or underscores and start with a letter or digit");
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
