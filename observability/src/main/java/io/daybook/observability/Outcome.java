package io.daybook.observability;

import io.daybook.api.CommandRefused;
import io.daybook.api.InvalidValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a message: done; refused, which is an answer; or failed, which is nobody's intention. */
enum Outcome {
    DONE,
    REFUSED,
    FAILED;

    static Outcome of(@Nullable Throwable failure) {
        if (failure == null) {
            return DONE;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue) {
                return REFUSED;
            }
        }
        return CommandRefused.in(failure).isPresent() ? REFUSED : FAILED;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
