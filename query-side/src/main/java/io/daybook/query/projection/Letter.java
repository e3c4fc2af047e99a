package io.daybook.query.projection;

import io.daybook.operations.letters.LetterText;
import io.daybook.operations.letters.StreamOwner;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event that a view has put aside.
 *
 * @param stream   identifier of the event's stream
 * @param sequence its place in that stream
 * @param cause    why it could not be handled; null when it only waits
 */
record Letter(
        String owner,
        long position,
        String event,
        String type,
        String stream,
        long sequence,
        Instant at,
        String payload,
        @Nullable String cause,
        Instant since,
        int attempts) {

    static final String COPY = "copy";
    static final String OWNER = "owner";
    static final String POSITION = "position";

    static Letter of(EventMessage<?> message, @Nullable String cause, Serializer events, Instant now) {
        long position = positionOf(message);
        boolean inStream = message instanceof DomainEventMessage<?>;
        return new Letter(
                StreamOwner.of(message),
                position,
                message.getIdentifier(),
                message.getPayloadType().getSimpleName(),
                inStream ? ((DomainEventMessage<?>) message).getAggregateIdentifier() : message.getIdentifier(),
                inStream ? ((DomainEventMessage<?>) message).getSequenceNumber() : 0,
                message.getTimestamp(),
                LetterText.payload(message, events),
                cause,
                now,
                cause == null ? 0 : 1);
    }

    static long positionOf(EventMessage<?> message) {
        return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
    }

    Letter failedAgain(String why) {
        return new Letter(owner, position, event, type, stream, sequence, at, payload, why, since, attempts + 1);
    }

    String id(String copy) {
        return copy + "/" + position;
    }

    Document write(String copy) {
        return new Document("_id", id(copy))
                .append(COPY, copy)
                .append(OWNER, owner)
                .append(POSITION, position)
                .append("event", event)
                .append("type", type)
                .append("stream", stream)
                .append("sequence", sequence)
                .append("at", Date.from(at))
                .append("payload", payload)
                .append("cause", cause)
                .append("since", Date.from(since))
                .append("attempts", attempts);
    }

    static Letter read(Document document) {
        return new Letter(
                document.getString(OWNER),
                document.getLong(POSITION),
                document.getString("event"),
                document.getString("type"),
                document.getString("stream"),
                document.getLong("sequence"),
                document.getDate("at").toInstant(),
                document.getString("payload"),
                document.getString("cause"),
                document.getDate("since").toInstant(),
                document.getInteger("attempts"));
    }
}
