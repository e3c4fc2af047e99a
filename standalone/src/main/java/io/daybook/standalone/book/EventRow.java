package io.daybook.standalone.book;

import static org.axonframework.common.DateTimeUtils.formatInstant;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An event or a snapshot as its table keeps it. An event without an aggregate has its own identifier as the aggregate's. */
record EventRow(
        String aggregateIdentifier,
        long sequenceNumber,
        @Nullable String type,
        String eventIdentifier,
        String timeStamp,
        SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metaData) {

    private static final String INSERT = "INSERT INTO DomainEventEntry (globalIndex, " + BookSchema.ROW_COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Serializes the event, on the thread that brings it. */
    static EventRow of(EventMessage<?> event, Serializer serializer) {
        DomainEventMessage<?> message = event instanceof DomainEventMessage<?> ofAggregate ? ofAggregate : null;
        return new EventRow(
                message == null ? event.getIdentifier() : message.getAggregateIdentifier(),
                message == null ? 0 : message.getSequenceNumber(),
                message == null ? null : message.getType(),
                event.getIdentifier(),
                formatInstant(event.getTimestamp()),
                event.serializePayload(serializer, byte[].class),
                event.serializeMetaData(serializer, byte[].class));
    }

    /** Adds this row to the events, at its position. */
    void append(Batches batches, long position) throws SQLException {
        batches.add(INSERT, statement -> {
            statement.setLong(1, position);
            bind(statement, 2);
        });
    }

    /** Sets this row's columns from the parameter {@code first} on, in the order of {@link BookSchema#ROW_COLUMNS}. */
    void bind(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        statement.setString(parameter++, aggregateIdentifier);
        statement.setLong(parameter++, sequenceNumber);
        statement.setString(parameter++, type);
        statement.setString(parameter++, eventIdentifier);
        statement.setString(parameter++, timeStamp);
        statement.setString(parameter++, payload.getType().getName());
        statement.setString(parameter++, payload.getType().getRevision());
        statement.setBytes(parameter++, payload.getData());
        statement.setBytes(parameter, metaData.getData());
    }
}
