package io.daybook.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event or a snapshot as a log keeps it, still serialized.
 *
 * @param aggregate what it belongs to; null for an event of no aggregate
 * @param id the message's own identifier
 * @param timestamp when it happened, to the millisecond
 * @param payloadType name of the payload's type
 * @param revision of that type; null when it has none
 * @param payload in the log's serialization, which is JSON
 * @param metadata in the same, a JSON object
 */
public record StoredMessage(
        @Nullable Aggregate aggregate,
        String id,
        Instant timestamp,
        String payloadType,
        @Nullable String revision,
        Bytes payload,
        Bytes metadata) {

    /**
     * Where a message stands among those of its aggregate.
     *
     * @param sequence counted from 0
     */
    public record Aggregate(String type, String id, long sequence) {}

    /** How large it is, roughly, in bytes. */
    int size() {
        return payload.size() + metadata.size();
    }
}
