package io.daybook.query.auditor;

import io.daybook.api.audit.Finding.Evidence;
import java.time.Instant;

/**
 * An event as the log has it.
 *
 * @param position among all events; {@link #UNKNOWN} where the log does not say
 */
record Happened(String stream, long sequence, String id, Object event, Instant at, long position) {

    static final long UNKNOWN = -1;

    boolean located() {
        return position != UNKNOWN;
    }

    Happened at(long where) {
        return new Happened(stream, sequence, id, event, at, where);
    }

    Evidence evidence() {
        return new Evidence(stream, sequence, event.getClass().getSimpleName(), id, at);
    }
}
