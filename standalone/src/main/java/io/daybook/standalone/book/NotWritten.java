package io.daybook.standalone.book;

import org.jspecify.annotations.Nullable;

/** What should have been written is not on disk; the cause says why. */
final class NotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotWritten(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
