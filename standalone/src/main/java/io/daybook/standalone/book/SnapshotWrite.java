package io.daybook.standalone.book;

import java.sql.SQLException;

/** A snapshot that takes the place of the older ones of its aggregate. */
record SnapshotWrite(EventRow snapshot) implements BookUnit {

    private static final String INSERT = "INSERT INTO SnapshotEventEntry (" + BookSchema.ROW_COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (aggregateIdentifier, sequenceNumber) DO NOTHING";
    private static final String DELETE_OLDER =
            "DELETE FROM SnapshotEventEntry WHERE aggregateIdentifier = ? AND sequenceNumber < ?";

    @Override
    public void write(Batches batches, long first) throws SQLException {
        batches.add(INSERT, statement -> snapshot.bind(statement, 1));
        batches.add(DELETE_OLDER, statement -> {
            statement.setString(1, snapshot.aggregateIdentifier());
            statement.setLong(2, snapshot.sequenceNumber());
        });
    }
}
