package io.daybook.api;

import java.util.regex.Pattern;

/** Guards of the values in messages: each throws {@link InvalidValue}, which names the field and the reason. */
public final class Require {

    private Require() {}

    /** Returns the text without blanks at its ends, of 1 to {@code max} characters. */
    public static String text(String field, String value, int max) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw new InvalidValue(field, "must not be empty");
        }
        if (text.length() > max) {
            throw new InvalidValue(field, "must have at most %d characters, has %d".formatted(max, text.length()));
        }
        return text;
    }

    /** Returns the text if it matches the pattern as a whole. */
    public static String matching(String field, String value, Pattern pattern, String reason) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new InvalidValue(field, reason);
        }
        return value;
    }

    /** Returns the number if it lies between the bounds, both included. */
    public static int between(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidValue(field, "must be between %d and %d, is %d".formatted(min, max, value));
        }
        return value;
    }

    /** Throws unless the condition holds. */
    public static void that(boolean condition, String field, String reason) {
        if (!condition) {
            throw new InvalidValue(field, reason);
        }
    }
}
