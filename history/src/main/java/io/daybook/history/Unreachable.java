package io.daybook.history;

import org.jspecify.annotations.Nullable;

/** The server that keeps the log does not answer. */
public final class Unreachable extends HistoryFailure {

    private static final long serialVersionUID = 1L;

    public Unreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
