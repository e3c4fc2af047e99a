package io.daybook.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * A log line as it was heard in this process, none of its texts longer than is kept.
 *
 * @param number   of the line in this process
 * @param instance which instance wrote it; null when the line does not say
 */
record LogEntry(
        long number,
        Instant at,
        Level level,
        @Nullable String instance,
        String logger,
        String thread,
        String message,
        @Nullable String exception,
        @Nullable String orderId,
        @Nullable String traceId) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE = 8_000;
    private static final int LONGEST_EXCEPTION = 16_000;
    private static final int OF_THE_REST = 200;

    LogEntry {
        instance = name(instance);
        logger = cut(logger, LONGEST_NAME);
        thread = cut(thread, LONGEST_NAME);
        message = cut(message, LONGEST_MESSAGE);
        exception = exception == null ? null : cut(exception, LONGEST_EXCEPTION);
        orderId = name(orderId);
        traceId = name(traceId);
    }

    /** About how many characters it takes up while it waits. */
    int size() {
        return OF_THE_REST + message.length() + (exception == null ? 0 : exception.length());
    }

    private static @Nullable String name(@Nullable String text) {
        return text == null || text.isEmpty() ? null : cut(text, LONGEST_NAME);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
