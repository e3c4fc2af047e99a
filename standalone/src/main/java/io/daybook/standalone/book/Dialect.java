package io.daybook.standalone.book;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between the databases that can keep the book. */
sealed interface Dialect extends AutoCloseable permits Sqlite, Postgres {

    /**
     * The dialect of a JDBC URL.
     *
     * @throws IllegalArgumentException for any other database than SQLite in a file and PostgreSQL
     */
    static Dialect of(String url) {
        if (url.startsWith(Sqlite.PREFIX)) {
            return new Sqlite(url);
        }
        if (url.startsWith(Postgres.PREFIX)) {
            return new Postgres(url);
        }
        throw new IllegalArgumentException(
                "The book is kept by jdbc:sqlite:FILE or jdbc:postgresql:…, and not by %s".formatted(url));
    }

    /** Where the book is, as it may be shown: without a password. */
    String place();

    /**
     * The one connection that writes. Whoever has it is the only writer of this book.
     *
     * @throws BookInUse if another process has it
     */
    Connection openWriter() throws SQLException;

    void begin(Connection writer) throws SQLException;

    /** Returns when all that was written since {@link #begin} is on disk. */
    void commit(Connection writer) throws SQLException;

    /** Undoes what was written since {@link #begin}, also when a failed commit has undone it already. */
    void rollback(Connection writer) throws SQLException;

    /** How connections that only read are made. */
    HikariConfig readers();

    /** The statements that lay out an empty book; they change nothing in one that is laid out. */
    List<String> layout();

    /** Whether a row was refused because its key is taken. */
    boolean isDuplicate(SQLException failure);

    /** Lets another process have the book. */
    @Override
    void close();
}
