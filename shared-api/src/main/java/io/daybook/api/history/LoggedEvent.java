package io.daybook.api.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log has it.
 *
 * @param position its place among all events; null where the log was not asked for it
 * @param stream   identifier of the aggregate that it happened to; its own where it happened to none
 * @param kind     of aggregate; empty where it happened to none
 * @param sequence its place in that stream, from 0
 * @param what     simple name of the event, for example {@code OrderPlaced}
 * @param type     full name, as it is stored
 * @param payload  what it says: JSON with line breaks; as it is stored where that is no JSON
 * @param metaData what the log knows of its origin
 * @param hidden   whether some personal data was left out
 * @param problem  why it cannot be read as what it claims to be; null when it can
 */
public record LoggedEvent(
        @Nullable Long position,
        Instant at,
        String id,
        String stream,
        String kind,
        long sequence,
        String what,
        String type,
        @Nullable String revision,
        String payload,
        Map<String, String> metaData,
        boolean hidden,
        @Nullable String problem) {

    /** The same where its position is known. */
    public LoggedEvent at(long known) {
        return new LoggedEvent(
                known, at, id, stream, kind, sequence, what, type, revision, payload, metaData, hidden, problem);
    }
}
