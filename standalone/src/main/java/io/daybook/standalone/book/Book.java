package io.daybook.standalone.book;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.standalone.data.UnusableData;
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
     * @throws BookInUse    if another process has it open
     * @throws UnusableData if it cannot be opened for any other reason
     */
    Book(String url, BookSettings settings) {
        dialect = Dialect.of(url);
        BookWriter writer = open(settings);
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
        transactions = new BookTransactions(commits);
    }

    private BookWriter open(BookSettings settings) {
        try {
            return new BookWriter(dialect, settings.reconnectPatience());
        } catch (SQLException e) {
            throw new UnusableData(
                    "The book at %s cannot be opened: %s".formatted(dialect.place(), e.getMessage()),
                    "See that daybook.book.url is right, and that what it names is there and can be read and written; then start"
                            + " Daybook again.",
                    e);
        }
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
