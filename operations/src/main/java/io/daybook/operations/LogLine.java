package io.daybook.operations;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * A log line of some instance.
 *
 * @param id        its name; names sort by time, and those of one process and millisecond as they were written
 * @param instance  which instance wrote it; the process's application where the line does not say
 * @param process   name of the process and machine
 * @param exception the stack trace, if there is one
 * @param orderId   the order that it is about, if it is about one
 * @param traceId   what it belongs to: as in the metadata of the log's events, or a trace
 */
public record LogLine(
        String id,
        Instant at,
        Level level,
        String service,
        String instance,
        String process,
        String logger,
        String thread,
        String message,
        @Nullable String exception,
        @Nullable String orderId,
        @Nullable String traceId) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{8}");
    private static final int DIGITS_OF_TIME = 12;
    private static final int HEXADECIMAL = 16;

    /** Whether a line can have this name. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** @param process distinguishes processes whose lines have the same time and number */
    static String id(Instant at, long number, int process) {
        return "%s-%08x-%08x".formatted(startOfId(at), (int) number, process);
    }

    /** What the names of all lines of this millisecond begin with; all earlier ones are smaller, all later ones larger. */
    static String startOfId(Instant at) {
        return "%012x".formatted(at.toEpochMilli());
    }

    static Instant timeOf(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(0, DIGITS_OF_TIME), HEXADECIMAL));
    }
}
