package io.daybook.ui.logs;

import io.daybook.operations.LogLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line as the page shows it.
 *
 * @param kind  {@code bad}, {@code going} for a warning, or nothing
 * @param about the logger's name without its package
 */
public record LogRow(
        String id,
        String iso,
        String at,
        String level,
        String kind,
        String instance,
        String about,
        String where,
        String message,
        @Nullable String exception,
        @Nullable String orderId,
        @Nullable String traceId) {

    private static final DateTimeFormatter PRECISE = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss.SSS 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);
    private static final int SHORT = 8;

    static List<LogRow> of(List<LogLine> lines) {
        return lines.stream().map(LogRow::of).toList();
    }

    private static LogRow of(LogLine line) {
        return new LogRow(
                line.id(),
                line.at().toString(),
                PRECISE.format(line.at()),
                line.level().name(),
                switch (line.level()) {
                    case ERROR -> "bad";
                    case WARN -> "going";
                    default -> "";
                },
                line.instance(),
                line.logger().substring(line.logger().lastIndexOf('.') + 1),
                "%s, thread %s, service %s, process %s"
                        .formatted(line.logger(), line.thread(), line.service(), line.process()),
                oneKindOfLineEnd(line.message()),
                line.exception() == null ? null : oneKindOfLineEnd(line.exception()),
                line.orderId(),
                line.traceId());
    }

    /** A carriage return alone ends a line of the stream by which open pages are told. */
    private static String oneKindOfLineEnd(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    public @Nullable String shortOrder() {
        return shortened(orderId);
    }

    public @Nullable String shortTrace() {
        return shortened(traceId);
    }

    private static @Nullable String shortened(@Nullable String id) {
        return id == null ? null : id.substring(0, Math.min(SHORT, id.length()));
    }
}
