package io.daybook.standalone.book;

import io.daybook.history.Bytes;
import io.daybook.history.HistoryFailure;
import io.daybook.history.StoredEvent;
import io.daybook.history.StoredMessage;
import java.util.Objects;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** The book's rows as a history file has them, and back, byte by byte. */
final class StoredRows {

    private StoredRows() {}

    static StoredEvent event(TrackedDomainEventData<byte[]> row) {
        return new StoredEvent(BookEventStorageEngine.position(row.trackingToken()), message(row));
    }

    static StoredMessage message(DomainEventData<byte[]> row) {
        SerializedObject<byte[]> payload = row.getPayload();
        return new StoredMessage(
                aggregate(row),
                row.getEventIdentifier(),
                row.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                Bytes.of(payload.getData()),
                Bytes.of(Objects.requireNonNull(row.getMetaData().getData())));
    }

    private static StoredMessage.@Nullable Aggregate aggregate(DomainEventData<byte[]> row) {
        if (row.getAggregateIdentifier() == null) {
            return null;
        }
        if (row.getType() == null) {
            throw new HistoryFailure(
                    "Event %s does not say of what type its aggregate is".formatted(row.getEventIdentifier()));
        }
        return new StoredMessage.Aggregate(row.getType(), row.getAggregateIdentifier(), row.getSequenceNumber());
    }

    static EventRow row(StoredMessage message) {
        StoredMessage.Aggregate aggregate = message.aggregate();
        return new EventRow(
                aggregate == null ? message.id() : aggregate.id(),
                aggregate == null ? 0 : aggregate.sequence(),
                aggregate == null ? null : aggregate.type(),
                message.id(),
                DateTimeUtils.formatInstant(message.timestamp()),
                new SimpleSerializedObject<>(
                        message.payload().array(), byte[].class, message.payloadType(), message.revision()),
                new SimpleSerializedObject<>(message.metadata().array(), byte[].class, MetaData.class.getName(), null));
    }
}
