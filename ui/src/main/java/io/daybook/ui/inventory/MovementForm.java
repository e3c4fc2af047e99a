package io.daybook.ui.inventory;

import io.daybook.api.InvalidValue;
import io.daybook.api.inventory.MovementId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in to move stock, as typed.
 *
 * @param movement made when the form was shown: sent twice, it moves once
 * @param problems what is wrong, by field
 */
public record MovementForm(String quantity, String reason, String movement, Map<String, String> problems) {

    static MovementForm empty() {
        return new MovementForm("", "", MovementId.random().value(), Map.of());
    }

    static MovementForm of(@Nullable String quantity, @Nullable String reason, @Nullable String movement) {
        return new MovementForm(text(quantity), text(reason), text(movement), Map.of());
    }

    MovementForm but(String field, String problem) {
        return new MovementForm(quantity, reason, movement, Map.of(field, problem));
    }

    int units() {
        try {
            return Integer.parseInt(quantity.startsWith("\u2212") ? "-" + quantity.substring(1) : quantity);
        } catch (NumberFormatException noNumber) {
            throw new InvalidValue("quantity", quantity.isEmpty() ? "must be given" : "must be a whole number");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
