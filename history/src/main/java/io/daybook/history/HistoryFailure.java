package io.daybook.history;

import org.jspecify.annotations.Nullable;

/** An export, import or check that cannot be, or was not, done; the message says why, to whoever asked for it. */
public sealed class HistoryFailure extends RuntimeException permits Unreachable {

    private static final long serialVersionUID = 1L;

    public HistoryFailure(String message) {
        super(message);
    }

    public HistoryFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
