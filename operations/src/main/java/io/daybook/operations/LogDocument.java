package io.daybook.operations;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.slf4j.event.Level;

/** Log lines as MongoDB has them. */
final class LogDocument {

    static final String ID = "_id";
    static final String LEVEL = "level";
    static final String SERVICE = "service";
    static final String INSTANCE = "instance";
    static final String LOGGER = "logger";
    static final String MESSAGE = "message";
    static final String EXCEPTION = "exception";
    static final String ORDER = "orderId";
    static final String TRACE = "traceId";

    /** Minutes since the epoch: the embedded server's indexes know equal values only, and no ranges. */
    static final String MINUTE = "minute";

    private static final String AT = "at";
    private static final String PROCESS = "process";
    private static final String THREAD = "thread";
    private static final int MILLIS_OF_MINUTE = 60_000;

    private LogDocument() {}

    static Document write(LogLine line) {
        Document document = new Document(ID, line.id())
                .append(AT, Date.from(line.at()))
                .append(MINUTE, minute(line.at()))
                .append(LEVEL, line.level().name())
                .append(SERVICE, line.service())
                .append(INSTANCE, line.instance())
                .append(PROCESS, line.process())
                .append(LOGGER, line.logger())
                .append(THREAD, line.thread())
                .append(MESSAGE, line.message());
        // What is null is left out: the indexes on these have only what is there.
        if (line.exception() != null) {
            document.append(EXCEPTION, line.exception());
        }
        if (line.orderId() != null) {
            document.append(ORDER, line.orderId());
        }
        if (line.traceId() != null) {
            document.append(TRACE, line.traceId());
        }
        return document;
    }

    static LogLine read(Document document) {
        return new LogLine(
                document.getString(ID),
                document.getDate(AT).toInstant(),
                Level.valueOf(document.getString(LEVEL)),
                document.getString(SERVICE),
                document.getString(INSTANCE),
                document.getString(PROCESS),
                document.getString(LOGGER),
                document.getString(THREAD),
                document.getString(MESSAGE),
                document.getString(EXCEPTION),
                document.getString(ORDER),
                document.getString(TRACE));
    }

    static int minute(Instant at) {
        return (int) (at.toEpochMilli() / MILLIS_OF_MINUTE);
    }
}
