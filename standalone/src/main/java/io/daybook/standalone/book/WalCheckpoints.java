package io.daybook.standalone.book;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;

/**
 * Copies SQLite's write-ahead log into the file, on a thread of its own, so that no commit has to wait for that. Only when
 * the log has grown to its limit, as it does under constant load, the writer copies the rest, which is little, and so lets
 * the log start again from its beginning. SQLite has it wait until all that was copied since the last time is on the disk: that
 * is brought there before.
 */
final class WalCheckpoints implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(WalCheckpoints.class);

    /**
     * After so many rows, each about a page, the log is copied: the more often, the more pages are copied that will soon be
     * written again; the less often, the more it grows beyond its limit.
     */
    private static final int ROWS = 2_000;

    /** 32 MiB, at SQLite's 4 KiB a page. */
    private static final int LIMIT_PAGES = 8_192;

    private final Connection connection;
    private final FileChannel file;
    private final Semaphore due = new Semaphore(0);
    private final CompletableFuture<Void> end;
    private volatile boolean closed;
    private volatile boolean limitReached;
    private long rowsCopied;

    /**
     * Begins; the connection is used for nothing else from now on.
     *
     * @param book the connection's file; to close it takes SQLite's locks on it away, so that it is kept open until the end
     * @throws SQLException if the file cannot be opened; the connection is closed then
     */
    WalCheckpoints(Connection connection, Path book) throws SQLException {
        this.connection = connection;
        try {
            this.file = FileChannel.open(book);
        } catch (IOException e) {
            connection.close();
            throw new SQLException("%s cannot be opened".formatted(book), e);
        }
        this.end = CompletableFuture.runAsync(this::run, action -> new Thread(action, "book-checkpoints").start());
    }

    /** Called by the writer, on its connection, after each commit. Never fails: the commit has happened. */
    void committed(Connection writer) {
        long rows = rowsWritten(writer);
        if (rows - rowsCopied >= ROWS || rows < rowsCopied) { // another connection counts from the beginning
            rowsCopied = rows;
            due.release();
        }
        if (limitReached) {
            limitReached = false;
            copy(writer);
        }
    }

    /** By this connection since it was opened; when that cannot be told, enough for the log to be copied. */
    private long rowsWritten(Connection writer) {
        try {
            return writer.unwrap(SQLiteConnection.class).getDatabase().total_changes();
        } catch (SQLException e) {
            logger.warn("SQLite does not tell how much has been written: {}", e.getMessage());
            return rowsCopied + ROWS;
        }
    }

    private void run() {
        while (!closed) {
            due.acquireUninterruptibly();
            due.drainPermits();
            if (!closed && copy(connection) >= LIMIT_PAGES) {
                bringToDisk();
                copy(connection); // what was written meanwhile
                bringToDisk();
                limitReached = true;
            }
        }
    }

    /** Only to spare the writer the waiting: SQLite sees to it itself before it relies on it. */
    private void bringToDisk() {
        try {
            file.force(false);
        } catch (IOException e) {
            logger.warn("The book could not be brought to the disk; the writer tries it again", e);
        }
    }

    /** Copies what can be copied without waiting for anybody; returns how many pages the log has. */
    private static int copy(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet log = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            log.next();
            return log.getInt(2);
        } catch (SQLException e) {
            logger.warn("SQLite's log could not be copied into the book; it grows until it can: {}", e.getMessage());
            return 0;
        }
    }

    /** Ends; as long as there is another connection nothing is lost, as the last one to be closed copies all that is left. */
    @Override
    public void close() {
        closed = true;
        due.release();
        end.join();
        try {
            connection.close();
            file.close();
        } catch (SQLException | IOException e) {
            logger.warn("The last connection could not be closed properly; the next start makes up for it", e);
        }
    }
}
