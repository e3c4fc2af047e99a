package io.daybook.standalone.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Rows on their way to the writer's connection: one JDBC batch for each statement, in order of first use. */
final class Batches {

    /** Sets the parameters of one row. */
    interface Row {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Set<PreparedStatement> filled = new LinkedHashSet<>();

    Batches(Connection connection) {
        this.connection = connection;
    }

    void add(String sql, Row row) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        filled.add(statement);
        row.bind(statement);
        statement.addBatch();
    }

    /** Writes all rows, still within the transaction. */
    void flush() throws SQLException {
        for (PreparedStatement statement : filled) {
            statement.executeBatch();
        }
        filled.clear();
    }

    /** Forgets rows that have not been written. */
    void clear() throws SQLException {
        for (PreparedStatement statement : filled) {
            statement.clearBatch();
        }
        filled.clear();
    }
}
