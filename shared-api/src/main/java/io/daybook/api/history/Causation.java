package io.daybook.api.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands with the events that came of them, in the order in which it happened.
 *
 * @param commands what was done; each was sent because of an event of an earlier one, or from outside
 * @param whole    false when events of the same origin may lie further away in the log than was looked
 */
public record Causation(List<CausedCommand> commands, boolean whole) {

    /**
     * A command, as far as its events tell of it.
     *
     * @param id       its identifier; null where the log does not have it
     * @param name     of the command; where it is not on record, the names of commands that such events come from
     * @param recorded whether the name is on record
     * @param because  identifier of the event that made somebody send it; null where that is not on record, or it came from
     *                 outside
     * @param origin   identifier of the message that everything began with; null where it is not on record
     * @param events   what came of it
     */
    public record CausedCommand(
            @Nullable String id,
            String name,
            boolean recorded,
            @Nullable String because,
            @Nullable String origin,
            List<CausedEvent> events) {}

    /** @param position null where it is not known */
    public record CausedEvent(
            String id, Instant at, @Nullable Long position, String stream, long sequence, String what) {}
}
