package io.daybook.standalone.book;

import java.util.List;

/**
 * The tables of the book. Events and snapshots have Axon's names and columns.
 *
 * <p>Event identifiers have no index of their own: nothing looks an event up by it, an event without an aggregate has its
 * identifier as aggregate identifier and so is unique by the other index, and an index over random keys would be the
 * dearest of all to keep.
 */
final class BookSchema {

    /** The columns that events and snapshots share. */
    static final String ROW_COLUMNS = "aggregateIdentifier, sequenceNumber, type, eventIdentifier,"
            + " timeStamp, payloadType, payloadRevision, payload, metaData";

    static final String HEAD = "SELECT coalesce(max(globalIndex), 0) FROM DomainEventEntry";

    private BookSchema() {}

    /** Lays out the tables; {@code indexType} is the database's integer key, {@code bytesType} its type for bytes. */
    static List<String> tables(String indexType, String bytesType) {
        return List.of(
                """
                CREATE TABLE IF NOT EXISTS DomainEventEntry (
                  globalIndex %1$s PRIMARY KEY NOT NULL,
                  aggregateIdentifier VARCHAR(255) NOT NULL,
                  sequenceNumber BIGINT NOT NULL,
                  type VARCHAR(255),
                  eventIdentifier VARCHAR(255) NOT NULL,
                  timeStamp VARCHAR(255) NOT NULL,
                  payloadType VARCHAR(255) NOT NULL,
                  payloadRevision VARCHAR(255),
                  payload %2$s NOT NULL,
                  metaData %2$s,
                  UNIQUE (aggregateIdentifier, sequenceNumber))
                """.formatted(indexType, bytesType),
                """
                CREATE TABLE IF NOT EXISTS SnapshotEventEntry (
                  aggregateIdentifier VARCHAR(255) NOT NULL,
                  sequenceNumber BIGINT NOT NULL,
                  type VARCHAR(255) NOT NULL,
                  eventIdentifier VARCHAR(255) NOT NULL,
                  timeStamp VARCHAR(255) NOT NULL,
                  payloadType VARCHAR(255) NOT NULL,
                  payloadRevision VARCHAR(255),
                  payload %1$s NOT NULL,
                  metaData %1$s,
                  PRIMARY KEY (aggregateIdentifier, sequenceNumber))
                """.formatted(bytesType),
                """
                CREATE TABLE IF NOT EXISTS TokenEntry (
                  processorName VARCHAR(255) NOT NULL,
                  segment INTEGER NOT NULL,
                  tokenType VARCHAR(255),
                  token %1$s,
                  PRIMARY KEY (processorName, segment))
                """.formatted(bytesType),
                """
                CREATE TABLE IF NOT EXISTS SagaEntry (
                  sagaId VARCHAR(255) PRIMARY KEY NOT NULL,
                  sagaType VARCHAR(255) NOT NULL,
                  payloadType VARCHAR(255) NOT NULL,
                  payloadRevision VARCHAR(255),
                  payload %1$s NOT NULL,
                  associations %1$s NOT NULL)
                """.formatted(bytesType),
                """
                CREATE TABLE IF NOT EXISTS DeadLetterEntry (
                  processingGroup VARCHAR(255) NOT NULL,
                  position BIGINT NOT NULL,
                  sequence VARCHAR(255) NOT NULL,
                  eventIdentifier VARCHAR(255) NOT NULL,
                  causeType VARCHAR(255),
                  causeText TEXT,
                  enqueuedAt VARCHAR(255) NOT NULL,
                  touchedAt VARCHAR(255) NOT NULL,
                  diagnostics TEXT NOT NULL,
                  PRIMARY KEY (processingGroup, position))
                """,
                """
                CREATE TABLE IF NOT EXISTS Heartbeat (
                  id INTEGER PRIMARY KEY NOT NULL,
                  beat BIGINT NOT NULL)
                """);
    }
}
