package io.daybook.ui.http;

import io.daybook.ui.placement.BadField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the caller's words where and why a JSON body could not be read. */
final class UnreadableJson {

    private UnreadableJson() {}

    /** The field that has the wrong form; empty when the body is no JSON at all. */
    static Optional<BadField> field(JacksonException failure) {
        // A number that is too long for its field is found by the parser, which knows the field nevertheless.
        if (!(failure instanceof DatabindException || failure instanceof InputCoercionException)) {
            return Optional.empty();
        }
        return Optional.of(new BadField(path(failure.getPath()), reason(failure)));
    }

    /** Where the text stops being JSON. */
    static String where(JacksonException failure) {
        return failure.getLocation() == null
                ? "The body is not valid JSON."
                : "The body is not valid JSON: see line %d, column %d."
                        .formatted(
                                failure.getLocation().getLineNr(),
                                failure.getLocation().getColumnNr());
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String reason(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (failure instanceof InputCoercionException coercion) {
            return reason(coercion.getTargetType());
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return reason(mismatch.getTargetType());
        }
        return "has the wrong form";
    }

    private static String reason(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "has the wrong form";
        }
        if (wanted == Integer.class || wanted == int.class) {
            return "must be a whole number between -2147483648 and 2147483647";
        }
        if (wanted == String.class) {
            return "must be a text";
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return "must be true or false";
        }
        if (wanted.isEnum()) {
            return Stream.of(wanted.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (wanted == Money.class) {
            return MoneyText.EXPECTED;
        }
        return List.class.isAssignableFrom(wanted) ? "must be a list" : "must be an object";
    }
}
