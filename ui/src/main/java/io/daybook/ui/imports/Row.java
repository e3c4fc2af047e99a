package io.daybook.ui.imports;

import io.daybook.api.InvalidValue;
import java.util.Map;

/**
 * A row of an import.
 *
 * @param line   where it ends in the file, or its number in a JSON array, counted from 1
 * @param values texts by column; a column that was left out has none
 */
record Row(int line, Map<String, String> values) {

    /** The column's text without blanks at its ends; empty when there is none. */
    String text(String column) {
        return values.getOrDefault(column, "").strip();
    }

    int wholeNumber(String column) {
        String text = text(column);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidValue(column, text.isEmpty() ? "must be given" : "must be a whole number");
        }
    }
}
