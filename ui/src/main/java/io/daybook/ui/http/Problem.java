package io.daybook.ui.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.ui.placement.BadField;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type   always {@code about:blank}: the status says it
 * @param title  the status in words
 * @param detail for people
 * @param errors the values that could not be taken; left out when that was not it
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BadField> errors) {

    public static Problem of(HttpStatus status, String detail) {
        return of(status, detail, List.of());
    }

    public static Problem of(HttpStatus status, String detail, List<BadField> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, errors);
    }
}
