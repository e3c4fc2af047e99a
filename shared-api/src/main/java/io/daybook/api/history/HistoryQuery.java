package io.daybook.api.history;

import io.daybook.api.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about the log. All is read from the log itself; no view is asked. Where {@code personal} is false, names,
 * addresses and e-mail addresses are left out of the answer. Payment tokens always are.
 */
public sealed interface HistoryQuery {

    /**
     * Events of the whole log, answered with a {@link LogPage}. A bounded number of events is looked at, whether or not the
     * page is full by then.
     *
     * @param oldestFirst the way to read: false from {@code from} back, true from {@code from} on
     * @param from        position of the first event to look at; null for the end that the way of reading begins at
     * @param size        events in an answer at most, 1 to 500
     */
    record FindEvents(
            EventFilter filter,
            boolean oldestFirst,
            @Nullable Long from,
            int size,
            boolean personal) implements HistoryQuery {
        public FindEvents {
            Require.between("size", size, 1, 500);
        }
    }

    /**
     * Events of some streams together, newest first, answered with a {@link StreamPage}.
     *
     * @param streams identifiers of aggregates, 1 to 400
     * @param before  of one stream the sequence number, of several the place in all of them together, to go back from, not
     *                included; null for the newest
     */
    record FindStreamEvents(
            List<String> streams,
            EventFilter filter,
            @Nullable Long before,
            int size,
            boolean personal) implements HistoryQuery {
        public FindStreamEvents {
            streams = List.copyOf(streams);
            Require.between("streams", streams.size(), 1, 400);
            Require.between("size", size, 1, 500);
        }
    }

    /**
     * One event with its neighbours, answered with an {@link EventDetail}.
     *
     * @param stream identifier of the aggregate; null to take the number for a position in the whole log
     * @param number of the event in the stream, or in the whole log
     */
    record FindEvent(@Nullable String stream, long number, boolean personal) implements HistoryQuery {}

    /**
     * What led to an event and what came of it, answered with {@link Causation}.
     *
     * @param stream identifier of the aggregate that the event happened to
     * @param number of the event in the stream; null for the whole order that the stream is of
     */
    record FindCauses(String stream, @Nullable Long number) implements HistoryQuery {}

    /**
     * How something stood, answered with a {@link StateAsOf}.
     *
     * @param id    the order's, the customer's, or of stock {@code MAIN:85123A}
     * @param at    the moment; null for any
     * @param after number of the last event to be counted, from 0; null for any. With neither of the two: now
     */
    record FindStateAsOf(
            Thing thing,
            String id,
            @Nullable Instant at,
            @Nullable Long after,
            boolean personal) implements HistoryQuery {}

    /** What has a state that can be asked for. */
    enum Thing {
        /** With its payment and its reservation. */
        ORDER,
        /** Of one product in one warehouse. */
        STOCK,
        CUSTOMER
    }

    /**
     * Some events of the log.
     *
     * @param events     in the order of reading
     * @param first      position of the oldest event that there is; of an empty log one more than {@code head}
     * @param head       position of the newest event
     * @param lookedFrom lowest position looked at
     * @param lookedTo   highest position looked at; less than {@code lookedFrom} when none was
     * @param next       position to go on from, in the same way; null when everything has been looked at
     */
    record LogPage(
            List<LoggedEvent> events,
            long first,
            long head,
            long lookedFrom,
            long lookedTo,
            @Nullable Long next) {
        /** How many events were looked at. */
        public long looked() {
            return Math.max(0, lookedTo - lookedFrom + 1);
        }
    }

    /**
     * Some events of streams, newest first.
     *
     * @param total  events in these streams, whatever their names and times
     * @param looked how many of them were looked at
     * @param next   what to go back from to see more; null when there is nothing more
     */
    record StreamPage(
            List<LoggedEvent> events,
            long total,
            long looked,
            @Nullable Long next) {}

    /**
     * One event.
     *
     * @param event empty when there is none with this number, otherwise one
     * @param last  number of the newest event in its stream
     * @param order id of the order that it has to do with; null when it has to do with none, or with many
     */
    record EventDetail(
            List<LoggedEvent> event, long last, @Nullable String order) {}
}
