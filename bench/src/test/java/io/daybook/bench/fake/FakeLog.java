package io.daybook.bench.fake;

import io.daybook.api.MessageJson;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** An event log in an SQLite file, with Axon's table. */
public final class FakeLog implements AutoCloseable {

    private static final JsonMapper JSON = mapper();

    private final Connection connection;

    private FakeLog(Connection connection) {
        this.connection = connection;
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new MessageJson().accept(builder);
        return builder.build();
    }

    public static FakeLog open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("create table if not exists DomainEventEntry (globalIndex integer primary key,"
                    + " aggregateIdentifier text not null, sequenceNumber integer not null, timeStamp text not null, payloadType text not null,"
                    + " payload blob not null)");
        }
        connection.setAutoCommit(false);
        return new FakeLog(connection);
    }

    /** Appends events; they are on disk when this returns. */
    public synchronized void append(List<?> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into DomainEventEntry"
                + " (aggregateIdentifier, sequenceNumber, timeStamp, payloadType, payload)"
                + " values ('fake', 0, '2026-01-02T03:04:05.678Z', ?, ?)")) {
            for (Object event : events) {
                insert.setString(1, event.getClass().getName());
                insert.setBytes(2, JSON.writeValueAsBytes(event));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    public synchronized void appendRaw(String type, String payload) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into DomainEventEntry"
                + " (aggregateIdentifier, sequenceNumber, timeStamp, payloadType, payload)"
                + " values ('fake', 0, '2026-01-02T03:04:05.678Z', ?, ?)")) {
            insert.setString(1, type);
            insert.setBytes(2, payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            insert.executeUpdate();
            connection.commit();
        }
    }

    public synchronized List<Object> read() throws SQLException, IOException {
        List<Object> events = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select payloadType, payload from DomainEventEntry order by globalIndex");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                events.add(JSON.readValue(rows.getBytes(2), Class.forName(rows.getString(1))));
            }
        } catch (ClassNotFoundException unknown) {
            throw new IOException(unknown);
        }
        return events;
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
