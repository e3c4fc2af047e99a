package io.daybook.standalone.book;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The book in one SQLite file, with a lock file beside it. */
final class Sqlite implements Dialect {

    static final String PREFIX = "jdbc:sqlite:";

    private static final int WRITER_CACHE_KIB = 64 * 1024;
    private static final int READER_CACHE_KIB = 4 * 1024;
    private static final long READER_MAP_BYTES = 1L << 30;

    private static final String NO_TRANSACTION = "no transaction is active";

    private final String url;
    private final Path file;
    private @Nullable FileClaim claim;
    private @Nullable WalCheckpoints checkpoints;

    Sqlite(String url) {
        String name = url.substring(PREFIX.length());
        int parameters = name.indexOf('?');
        if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:") || parameters >= 0) {
            throw new IllegalArgumentException(
                    "The book must be a plain file, jdbc:sqlite:FILE without parameters, and not %s".formatted(url));
        }
        this.url = url;
        this.file = Path.of(name).toAbsolutePath();
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Connection openWriter() throws SQLException {
        if (claim == null) {
            claim = FileClaim.of(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-WRITER_CACHE_KIB);
        Properties properties = config.toProperties();
        Connection connection = open(properties);
        try {
            execute(connection, "PRAGMA wal_autocheckpoint = 0");
            if (checkpoints == null) {
                checkpoints = new WalCheckpoints(open(properties), file);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /*
     * Transactions are begun and ended by statement. The driver's own way opens the next one right after each commit, which
     * keeps the log from being reused, and opens none after a commit that failed, so that each row would be a transaction.
     */

    @Override
    public void begin(Connection writer) throws SQLException {
        execute(writer, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection writer) throws SQLException {
        execute(writer, "COMMIT");
        if (checkpoints != null) {
            checkpoints.committed(writer);
        }
    }

    @Override
    public void rollback(Connection writer) throws SQLException {
        try {
            execute(writer, "ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains(NO_TRANSACTION)) {
                throw e;
            }
        }
    }

    private static void execute(Connection writer, String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open(Properties properties) throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public HikariConfig readers() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setCacheSize(-READER_CACHE_KIB);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(READER_MAP_BYTES));
        HikariConfig readers = new HikariConfig();
        readers.setJdbcUrl(url);
        readers.setDataSourceProperties(config.toProperties());
        return readers;
    }

    @Override
    public List<String> layout() {
        return BookSchema.tables("INTEGER", "BLOB");
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        if (!(failure instanceof SQLiteException refused)) {
            return false;
        }
        SQLiteErrorCode code = refused.getResultCode();
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
                || code == SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID;
    }

    @Override
    public void close() {
        if (checkpoints != null) {
            checkpoints.close();
            checkpoints = null;
        }
        if (claim != null) {
            claim.close();
            claim = null;
        }
    }
}
