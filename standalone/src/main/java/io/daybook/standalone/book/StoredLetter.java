package io.daybook.standalone.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dead letter as the book keeps it: where its event stands in the log, and why it was put aside. The event itself is where
 * it always was.
 *
 * @param diagnostics as JSON
 */
record StoredLetter(
        long position,
        String event,
        @Nullable String causeType,
        @Nullable String causeText,
        Instant enqueuedAt,
        Instant touchedAt,
        String diagnostics) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Columns from this one on: position, event, causeType, causeText, enqueuedAt, touchedAt, diagnostics. */
    static StoredLetter read(ResultSet row, int column) throws SQLException {
        return new StoredLetter(
                row.getLong(column),
                row.getString(column + 1),
                row.getString(column + 2),
                row.getString(column + 3),
                Instant.parse(row.getString(column + 4)),
                Instant.parse(row.getString(column + 5)),
                row.getString(column + 6));
    }

    static StoredLetter of(long position, DeadLetter<? extends EventMessage<?>> letter) {
        Optional<Cause> cause = letter.cause();
        return new StoredLetter(
                position,
                letter.message().getIdentifier(),
                cause.map(Cause::type).orElse(null),
                cause.map(Cause::message).orElse(null),
                letter.enqueuedAt(),
                letter.lastTouched(),
                JSON.writeValueAsString(letter.diagnostics()));
    }

    DeadLetter<EventMessage<?>> with(String sequence, EventMessage<?> message) {
        return new GenericDeadLetter<>(
                sequence,
                message,
                causeType == null ? null : new ThrowableCause(causeType, causeText),
                enqueuedAt,
                touchedAt,
                MetaData.from(JSON.readValue(
                        diagnostics,
                        JSON.getTypeFactory()
                                .constructMapType(java.util.LinkedHashMap.class, String.class, Object.class))));
    }
}
