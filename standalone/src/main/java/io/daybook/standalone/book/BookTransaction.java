package io.daybook.standalone.book;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Collects changes, and writes them as one unit. Belongs to the thread that began it. */
final class BookTransaction implements Transaction, BookUnit {

    private final GroupCommit commits;
    private final Consumer<BookTransaction> onEnd;
    private final Map<Object, BookChange> changes = new LinkedHashMap<>();
    private boolean ended;

    BookTransaction(GroupCommit commits, Consumer<BookTransaction> onEnd) {
        this.commits = commits;
        this.onEnd = onEnd;
    }

    void put(Object key, BookChange change) {
        changes.put(key, change);
    }

    /** Forgets what has been collected for this key. */
    void remove(Object key) {
        changes.remove(key);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    @Nullable BookChange pending(Object key) {
        return changes.get(key);
    }

    Stream<BookChange> pending() {
        return changes.values().stream();
    }

    /**
     * Returns when all changes are on disk and in memory.
     *
     * @throws NotWritten if they are in neither
     */
    @Override
    public void commit() {
        if (ended) {
            throw new IllegalStateException("This transaction has ended");
        }
        end();
        if (!changes.isEmpty()) {
            commits.write(this);
        }
    }

    /** Drops what was collected. Does nothing after a commit, successful or not. */
    @Override
    public void rollback() {
        if (!ended) {
            end();
        }
    }

    private void end() {
        ended = true;
        onEnd.accept(this);
    }

    @Override
    public void write(Batches batches, long first) throws SQLException {
        for (BookChange change : changes.values()) {
            change.write(batches);
        }
    }

    @Override
    public void written(long first) {
        changes.values().forEach(BookChange::apply);
    }
}
