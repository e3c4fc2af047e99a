package io.daybook.history;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** What the members of the file's lines are called, and how times are written. docs/history.md has the same as a table. */
final class Names {

    static final String FORMAT = "format";
    static final String VERSION = "version";
    static final String SOURCE = "source";
    static final String EXPORTED_AT = "exportedAt";

    static final String KIND = "kind";
    static final String EVENT = "event";
    static final String SNAPSHOT = "snapshot";
    static final String POSITION = "position";
    static final String TYPE = "type";
    static final String AGGREGATE = "aggregate";
    static final String SEQUENCE = "sequence";
    static final String ID = "id";
    static final String TIMESTAMP = "timestamp";
    static final String PAYLOAD_TYPE = "payloadType";
    static final String REVISION = "revision";
    static final String PAYLOAD = "payload";
    static final String METADATA = "metadata";

    /** Follows the name of a member whose bytes are in base64 because they cannot stand in a line of JSON. */
    static final String IN_BASE64 = "Base64";

    static final String EVENTS = "events";
    static final String SNAPSHOTS = "snapshots";
    static final String SHA_256 = "sha256";

    /** A line, and with it a message, has so many bytes at most. */
    static final int LONGEST_LINE = 16 * 1024 * 1024;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Names() {}

    static String text(Instant time) {
        return MILLISECONDS.format(time);
    }
}
