package io.daybook.ui.placement;

import io.daybook.api.InvalidValue;

/**
 * A value that cannot be taken.
 *
 * @param field  where it stood, for example {@code lines[2].quantity}
 * @param reason what is wrong with it, to be read after the field's name
 */
public record BadField(String field, String reason) {

    public static BadField of(InvalidValue invalid) {
        return new BadField(invalid.field(), invalid.reason());
    }
}
