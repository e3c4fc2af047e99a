package io.daybook.standalone.book;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups of units on one connection: all in one transaction; if that fails, each with a savepoint of its own; if that
 * fails too, each in a transaction of its own. So a unit that cannot be written fails alone. Used by one thread.
 */
final class BookWriter implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(BookWriter.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    /** What a pass has put into its transaction, and what it had to leave out. */
    private record Outcome(List<Queued> written, Map<Queued, Exception> refused, long head) {}

    /** A way to write a group, up to its commit. */
    private interface Pass {
        Outcome write(Session session, List<Queued> group) throws SQLException;
    }

    private final Dialect dialect;
    private final Duration patience;
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong nanosInCommit = new AtomicLong();

    private @Nullable Session session;
    private boolean connectionLost;
    private volatile long head;

    /**
     * Opens the book, laying it out if it is new.
     *
     * @param patience how long to try to find out whether a commit has happened whose answer was lost
     */
    BookWriter(Dialect dialect, Duration patience) throws SQLException {
        this.dialect = dialect;
        this.patience = patience;
        try {
            Session opened = new Session(dialect.openWriter());
            this.session = opened;
            layOut(opened);
            this.head = opened.head();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void layOut(Session opened) throws SQLException {
        try (Statement statement = opened.connection().createStatement()) {
            dialect.begin(opened.connection());
            for (String table : dialect.layout()) {
                statement.execute(table);
            }
            dialect.commit(opened.connection());
        }
    }

    /** The position of the newest event on disk; 0 when there is none. */
    long head() {
        return head;
    }

    long commits() {
        return commits.get();
    }

    Duration timeInCommit() {
        return Duration.ofNanos(nanosInCommit.get());
    }

    /**
     * Writes these units, in this order, and tells each of them on this thread when it is on disk. Those that cannot be
     * written are marked as failed.
     *
     * @throws IllegalStateException if it is not known what is on disk; nothing may be written any more
     */
    void write(List<Queued> group) {
        Exception failure = attempt(this::together, group);
        if (failure != null && group.size() > 1) {
            logger.debug("A group of {} units failed as a whole", group.size(), failure);
            failure = attempt(this::withSavepoints, group);
        }
        if (failure == null) {
            return;
        }
        for (Queued one : group) {
            Exception alone = group.size() > 1 ? attempt(this::together, List.of(one)) : failure;
            if (alone != null) {
                one.fail(alone);
            }
        }
    }

    /** Runs a pass, and once more if the connection was lost in it and nothing of it is on disk. */
    private @Nullable Exception attempt(Pass pass, List<Queued> group) {
        Exception failure = once(pass, group);
        return failure != null && connectionLost ? once(pass, group) : failure;
    }

    private @Nullable Exception once(Pass pass, List<Queued> group) {
        connectionLost = false;
        Session current;
        try {
            current = session();
        } catch (SQLException | BookInUse e) {
            return e;
        }
        Outcome outcome = null;
        try {
            dialect.begin(current.connection());
            outcome = pass.write(current, group);
            commit(current);
        } catch (SQLException | RuntimeException e) {
            if (isUndone(current, e) || outcome == null || !isWritten(outcome, e)) {
                return e;
            }
        }
        acknowledge(outcome);
        return null;
    }

    private void commit(Session current) throws SQLException {
        long start = System.nanoTime();
        dialect.commit(current.connection());
        nanosInCommit.addAndGet(System.nanoTime() - start);
        commits.incrementAndGet();
    }

    private void acknowledge(Outcome outcome) {
        head = outcome.head();
        outcome.refused().forEach(Queued::fail);
        for (Queued one : outcome.written()) {
            one.unit().written(one.first());
        }
    }

    private Outcome together(Session current, List<Queued> group) throws SQLException {
        long next = head + 1;
        for (Queued one : group) {
            one.startAt(next);
            one.unit().write(current.batches(), next);
            next += one.unit().events();
        }
        current.batches().flush();
        return new Outcome(group, Map.of(), next - 1);
    }

    private Outcome withSavepoints(Session current, List<Queued> group) throws SQLException {
        List<Queued> written = new ArrayList<>(group.size());
        Map<Queued, Exception> refused = new LinkedHashMap<>();
        long next = head + 1;
        try (Statement savepoint = current.connection().createStatement()) {
            for (Queued one : group) {
                savepoint.execute("SAVEPOINT unit");
                try {
                    one.startAt(next);
                    one.unit().write(current.batches(), next);
                    current.batches().flush();
                    next += one.unit().events();
                    written.add(one);
                } catch (SQLException | RuntimeException e) {
                    current.batches().clear();
                    savepoint.execute("ROLLBACK TO SAVEPOINT unit");
                    refused.put(one, e);
                }
                savepoint.execute("RELEASE SAVEPOINT unit");
            }
        }
        return new Outcome(written, refused, next - 1);
    }

    /** Undoes the transaction that failed; false if the connection is lost, and with it perhaps the answer to a commit. */
    private boolean isUndone(Session current, Exception failure) {
        try {
            current.batches().clear();
            dialect.rollback(current.connection());
            return true;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            discard(current);
            connectionLost = true;
            return false;
        }
    }

    /**
     * Whether a commit has happened whose answer was lost. As nobody else writes, the newest event tells; without events the
     * units are written again, which is the same as once.
     */
    private boolean isWritten(Outcome outcome, Exception failure) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                Session current = new Session(dialect.openWriter());
                session = current;
                long onDisk = current.head();
                if (outcome.head() > head && onDisk == outcome.head()) {
                    return true;
                }
                verify(onDisk, head);
                if (outcome.head() > head) {
                    return false;
                }
                dialect.begin(current.connection());
                together(current, outcome.written());
                commit(current);
                return true;
            } catch (SQLException | BookInUse e) {
                logger.warn("The book cannot be reached to see what it holds: {}", e.getMessage());
                if (session != null) {
                    discard(session);
                }
                if (System.nanoTime() > deadline) {
                    failure.addSuppressed(e);
                    throw new IllegalStateException(
                            "It is not known whether the last commit has happened, and the book cannot be reached",
                            failure);
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }

    private Session session() throws SQLException {
        Session current = session;
        if (current == null) {
            current = new Session(dialect.openWriter());
            session = current;
            verify(current.head(), head);
        }
        return current;
    }

    private static void verify(long onDisk, long expected) {
        if (onDisk != expected) {
            throw new IllegalStateException(
                    "Somebody else has written: the newest event should be %d and is %d".formatted(expected, onDisk));
        }
    }

    private void discard(Session lost) {
        session = null;
        try {
            lost.connection().close();
        } catch (SQLException e) {
            logger.debug("A connection that was lost could not be closed", e);
        }
    }

    @Override
    public void close() {
        if (session != null) {
            discard(session);
        }
        dialect.close();
    }
}
