package io.daybook.history.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.daybook.history.Bytes;
import io.daybook.history.HistoryFailure;
import io.daybook.history.StoredEvent;
import io.daybook.history.StoredMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages as an Axon Server keeps them, which has empty texts where others have nothing. */
final class Translation {

    private Translation() {}

    static Event toServer(StoredMessage message) {
        try {
            return translated(message);
        } catch (HistoryFailure failure) {
            throw new HistoryFailure("%s: %s".formatted(message.id(), failure.getMessage()), failure);
        }
    }

    private static Event translated(StoredMessage message) {
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(message.id())
                .setTimestamp(message.timestamp().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(message.payloadType())
                        .setRevision(message.revision() == null ? "" : message.revision())
                        .setData(ByteString.copyFrom(message.payload().array())))
                .putAllMetaData(MetaDataTranslation.toServer(message.metadata()));
        StoredMessage.Aggregate aggregate = message.aggregate();
        if (aggregate != null) {
            event.setAggregateType(aggregate.type())
                    .setAggregateIdentifier(aggregate.id())
                    .setAggregateSequenceNumber(aggregate.sequence());
        }
        return event.build();
    }

    static StoredEvent toFile(EventWithToken event) {
        return new StoredEvent(event.getToken(), toFile(event.getEvent()));
    }

    static StoredMessage toFile(Event event) {
        try {
            return new StoredMessage(
                    aggregate(event),
                    event.getMessageIdentifier(),
                    Instant.ofEpochMilli(event.getTimestamp()),
                    event.getPayload().getType(),
                    event.getPayload().getRevision().isEmpty()
                            ? null
                            : event.getPayload().getRevision(),
                    Bytes.of(event.getPayload().getData().toByteArray()),
                    MetaDataTranslation.toFile(event.getMetaDataMap()));
        } catch (HistoryFailure failure) {
            throw new HistoryFailure("%s: %s".formatted(event.getMessageIdentifier(), failure.getMessage()), failure);
        }
    }

    private static StoredMessage.@Nullable Aggregate aggregate(Event event) {
        return event.getAggregateType().isEmpty()
                ? null
                : new StoredMessage.Aggregate(
                        event.getAggregateType(), event.getAggregateIdentifier(), event.getAggregateSequenceNumber());
    }
}
