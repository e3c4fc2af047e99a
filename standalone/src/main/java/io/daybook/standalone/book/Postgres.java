package io.daybook.standalone.book;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** The book in a PostgreSQL database; an advisory lock, held by the writer's session, keeps other writers away. */
final class Postgres implements Dialect {

    static final String PREFIX = "jdbc:postgresql:";

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The server notices in no time that a writer has died, but not in none. */
    private static final String PATIENCE = "SET lock_timeout = '5s'";

    private static final String CLAIM =
            "SELECT pg_advisory_lock(hashtext('io.daybook.book'), hashtext(current_schema()))";

    private final String url;

    Postgres(String url) {
        this.url = url;
    }

    /** Its parameters may hold a password. */
    @Override
    public String place() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public Connection openWriter() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "daybook-writer");
        Connection connection = DriverManager.getConnection(url, properties);
        try (Statement statement = connection.createStatement()) {
            // A server may have been told to acknowledge before it has written; the book never does.
            statement.execute("SET synchronous_commit = on");
            statement.execute(PATIENCE);
            statement.execute(CLAIM);
            statement.execute("SET lock_timeout = 0");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new BookInUse(place());
            }
            throw e;
        }
    }

    @Override
    public void begin(Connection writer) {
        // Without auto-commit the first statement begins a transaction.
    }

    @Override
    public void commit(Connection writer) throws SQLException {
        writer.commit();
    }

    @Override
    public void rollback(Connection writer) throws SQLException {
        writer.rollback();
    }

    @Override
    public HikariConfig readers() {
        HikariConfig readers = new HikariConfig();
        readers.setJdbcUrl(url);
        readers.addDataSourceProperty("ApplicationName", "daybook-reader");
        return readers;
    }

    @Override
    public List<String> layout() {
        return BookSchema.tables("BIGINT", "BYTEA");
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    @Override
    public void close() {
        // The server gives the lock back when the writer's session ends.
    }
}
