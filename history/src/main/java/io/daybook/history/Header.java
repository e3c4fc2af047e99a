package io.daybook.history;

import java.time.Instant;

/**
 * The first line of a history file.
 *
 * @param source the log that was exported, for a person to read
 * @param exportedAt when that was begun
 */
public record Header(String source, Instant exportedAt) {

    static final String FORMAT = "daybook-history";
    static final int VERSION = 1;
}
