package io.daybook.standalone.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The questions that are asked of events and snapshots on disk. Each takes a connection for as long as it reads. */
final class EventReader {

    private static final String AFTER = "SELECT globalIndex, " + BookSchema.ROW_COLUMNS
            + " FROM DomainEventEntry WHERE globalIndex > ? ORDER BY globalIndex LIMIT ?";
    private static final String OF_AGGREGATE = "SELECT globalIndex, " + BookSchema.ROW_COLUMNS
            + " FROM DomainEventEntry WHERE aggregateIdentifier = ? AND sequenceNumber >= ?"
            + " ORDER BY sequenceNumber LIMIT ?";
    private static final String SNAPSHOTS = "SELECT 0, " + BookSchema.ROW_COLUMNS
            + " FROM SnapshotEventEntry WHERE aggregateIdentifier = ? ORDER BY sequenceNumber DESC";
    private static final String NEWEST_SNAPSHOTS = "SELECT 0, " + BookSchema.ROW_COLUMNS
            + " FROM SnapshotEventEntry newest WHERE aggregateIdentifier > ? AND sequenceNumber ="
            + " (SELECT max(sequenceNumber) FROM SnapshotEventEntry"
            + " WHERE aggregateIdentifier = newest.aggregateIdentifier) ORDER BY aggregateIdentifier LIMIT ?";
    private static final String EVENTS = "SELECT count(*) FROM DomainEventEntry";
    private static final String SNAPSHOTTED = "SELECT count(DISTINCT aggregateIdentifier) FROM SnapshotEventEntry";
    private static final String PROCESSORS =
            "SELECT (SELECT count(*) FROM TokenEntry) + (SELECT count(*) FROM SagaEntry)";
    private static final String LAST_SEQUENCE_NUMBER = "SELECT sequenceNumber FROM DomainEventEntry"
            + " WHERE aggregateIdentifier = ? ORDER BY sequenceNumber DESC LIMIT 1";
    private static final String FIRST = "SELECT globalIndex FROM DomainEventEntry ORDER BY globalIndex LIMIT 1";
    private static final String FIRST_SINCE =
            "SELECT globalIndex FROM DomainEventEntry WHERE timeStamp >= ? ORDER BY globalIndex LIMIT 1";

    /** Makes a value of the row that the result stands at. */
    private interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final DataSource readers;

    EventReader(DataSource readers) {
        this.readers = readers;
    }

    /** At most {@code limit} events after this position, in order. */
    List<TrackedDomainEventData<byte[]>> after(long position, int limit) {
        return query(AFTER, EventReader::tracked, position, limit);
    }

    /** At most {@code limit} events of an aggregate from this sequence number on, in order; each says where it stands in the log. */
    List<TrackedDomainEventData<byte[]>> ofAggregate(String identifier, long firstSequenceNumber, int limit) {
        return query(OF_AGGREGATE, EventReader::tracked, identifier, firstSequenceNumber, limit);
    }

    /** The snapshots of an aggregate, newest first. */
    List<GenericDomainEventEntry<byte[]>> snapshots(String identifier) {
        return query(SNAPSHOTS, EventReader::ofAggregate, identifier);
    }

    /** The newest snapshots of at most {@code limit} aggregates, in order of these, from the next after this one on. */
    List<GenericDomainEventEntry<byte[]>> newestSnapshots(String afterAggregate, int limit) {
        return query(NEWEST_SNAPSHOTS, EventReader::ofAggregate, afterAggregate, limit);
    }

    /** How many events there are. */
    long events() {
        return number(EVENTS).orElseThrow();
    }

    /** How many aggregates have a snapshot. */
    long snapshotted() {
        return number(SNAPSHOTTED).orElseThrow();
    }

    /** How many tokens and sagas there are: none before a platform has run on this book. */
    long processors() {
        return number(PROCESSORS).orElseThrow();
    }

    OptionalLong lastSequenceNumber(String identifier) {
        return number(LAST_SEQUENCE_NUMBER, identifier);
    }

    /** The position of the oldest event. */
    OptionalLong first() {
        return number(FIRST);
    }

    /** The position of the oldest event that is not older than this. Reads the whole table up to there. */
    OptionalLong firstSince(Instant time) {
        return number(FIRST_SINCE, DateTimeUtils.formatInstant(time));
    }

    private OptionalLong number(String sql, Object... parameters) {
        return query(sql, row -> row.getLong(1), parameters).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private <T> List<T> query(String sql, Mapping<T> mapping, Object... parameters) {
        try (Connection connection = readers.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapping.map(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreException("The book could not be read", e);
        }
    }

    private static TrackedDomainEventData<byte[]> tracked(ResultSet row) throws SQLException {
        String aggregate = row.getString(2);
        boolean ofAggregate = !aggregate.equals(row.getString(5));
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong(1)), entry(row, ofAggregate ? aggregate : null));
    }

    private static GenericDomainEventEntry<byte[]> ofAggregate(ResultSet row) throws SQLException {
        return entry(row, row.getString(2));
    }

    @SuppressWarnings("NullAway") // Axon's entry takes null for an event without an aggregate
    private static GenericDomainEventEntry<byte[]> entry(ResultSet row, @Nullable String aggregate)
            throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString(4),
                aggregate,
                row.getLong(3),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }
}
