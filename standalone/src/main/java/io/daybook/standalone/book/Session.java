package io.daybook.standalone.book;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The writer's connection with its prepared statements. */
record Session(Connection connection, Batches batches) {

    Session(Connection connection) {
        this(connection, new Batches(connection));
    }

    /** The position of the newest event; 0 when there is none. */
    long head() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(BookSchema.HEAD)) {
            newest.next();
            return newest.getLong(1);
        }
    }
}
