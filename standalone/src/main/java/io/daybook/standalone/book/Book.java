package io.daybook.standalone.book;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The book, open: its writer, its readers and its newest events. */
final class Book implements AutoCloseable {

    private final GroupCommit commits;
    private final HikariDataSource readers;
    private final CommittedEvents committed;
    private final BookTransactions transactions;
    private final Dialect dialect;

    /**
     * Opens the book, which is laid out if there is none.
     *
     * @throws BookInUse if another process has it open
     */
    Book(String url, BookSettings settings) throws SQLException {
        dialect = Dialect.of(url);
        BookWriter writer = new BookWriter(dialect, settings.reconnectPatience());
        committed = new CommittedEvents(settings.ringSize(), writer.head());
        HikariConfig pool = dialect.readers();
        pool.setPoolName("book-readers");
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(settings.readConnections());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(settings.readPatience().toMillis());
        pool.setRegisterMbeans(false);
        try {
            readers = new HikariDataSource(pool);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        commits = new GroupCommit(writer, settings.groupSize(), settings.queueSize());
        transactions = new BookTransactions(commits, settings.batchDelay());
    }

    GroupCommit commits() {
        return commits;
    }

    DataSource readers() {
        return readers;
    }

    CommittedEvents committed() {
        return committed;
    }

    BookTransactions transactions() {
        return transactions;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Writes what waits to be written, then closes. */
    @Override
    public void close() {
        readers.close();
        commits.close();
    }
}
