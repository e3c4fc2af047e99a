package io.daybook.standalone.book;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.Serializer;

/** Events that are appended together. Once on disk they go to the ring as they are, with their positions. */
final class EventAppend implements BookUnit {

    private final List<? extends EventMessage<?>> events;
    private final List<EventRow> rows;
    private final CommittedEvents committed;
    private long last;

    EventAppend(List<? extends EventMessage<?>> events, Serializer serializer, CommittedEvents committed) {
        this.events = List.copyOf(events);
        this.rows = events.stream().map(event -> EventRow.of(event, serializer)).toList();
        this.committed = committed;
    }

    @Override
    public int events() {
        return rows.size();
    }

    @Override
    public void write(Batches batches, long first) throws SQLException {
        long position = first;
        for (EventRow row : rows) {
            row.append(batches, position++);
        }
    }

    @Override
    public void written(long first) {
        long position = first;
        for (EventMessage<?> event : events) {
            committed.add(tracked(event, new GlobalSequenceTrackingToken(position++)));
        }
        last = position - 1;
    }

    /** The position of the last of these events, once they are on disk. */
    long last() {
        return last;
    }

    /**
     * The event as a reader of the disk would get it: there, timestamps have milliseconds. Without its bytes, which a message
     * keeps once it has been serialized: nobody needs them any more.
     */
    private static TrackedEventMessage<?> tracked(EventMessage<?> event, GlobalSequenceTrackingToken token) {
        Instant timestamp = event.getTimestamp().truncatedTo(ChronoUnit.MILLIS);
        Message<?> content = content(event);
        if (event instanceof DomainEventMessage<?> message) {
            return new GenericTrackedDomainEventMessage<>(
                    token,
                    message.getType(),
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber(),
                    content,
                    () -> timestamp);
        }
        return new GenericTrackedEventMessage<>(token, content, () -> timestamp);
    }

    private static <T> Message<T> content(EventMessage<T> event) {
        return new GenericMessage<>(
                event.getIdentifier(), event.getPayloadType(), event.getPayload(), event.getMetaData());
    }
}
