package io.daybook.standalone.book;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private @Nullable FileChannel claim;

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
    public Connection openWriter() throws SQLException {
        claim();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-WRITER_CACHE_KIB);
        if (Integer.getInteger("book.page") != null) config.setPageSize(Integer.getInteger("book.page"));
        Connection connection = open(config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint=" + CHECKPOINT_PAGES);
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

    private static final int CHECKPOINT_PAGES = Integer.getInteger("book.checkpoint", 1000);

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

    /** The operating system gives the lock back when the process ends, however it ends. */
    private void claim() {
        if (claim != null) {
            return;
        }
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(lockFile.getParent());
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new BookInUse(file.toString());
            }
            claim = channel;
        } catch (IOException e) {
            throw new UncheckedIOException("The book's lock file %s cannot be used".formatted(lockFile), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (claim != null) {
            try {
                claim.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The lock of %s could not be given back".formatted(file), e);
            }
            claim = null;
        }
    }
}
