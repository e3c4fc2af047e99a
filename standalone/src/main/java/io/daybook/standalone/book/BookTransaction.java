package io.daybook.standalone.book;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Collects changes, and writes them as one unit. Belongs to the thread that began it. */
final class BookTransaction implements Transaction, BookUnit {

    private final BookTransactions transactions;
    private final Map<Object, BookChange> changes = new LinkedHashMap<>();
    private @Nullable Object sequence;
    private boolean ended;

    BookTransaction(BookTransactions transactions) {
        this.transactions = transactions;
    }

    void put(Object key, BookChange change) {
        changes.merge(key, change, (earlier, later) -> later.after(earlier));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    @Nullable BookChange pending(Object key) {
        return changes.get(key);
    }

    /** What has been collected, by key. */
    Map<Object, BookChange> changes() {
        return Collections.unmodifiableMap(changes);
    }

    /** Has it written behind, as one of a sequence of transactions. */
    void behind(Object inSequence) {
        sequence = inSequence;
    }

    /** The sequence in which it is written behind; null when its commit waits for the disk. */
    @Nullable Object sequence() {
        return sequence;
    }

    /** @throws NotWritten if the changes are neither on disk nor in memory, or those before them in the sequence are not */
    @Override
    public void commit() {
        if (ended) {
            throw new IllegalStateException("This transaction has ended");
        }
        end();
        transactions.commit(this);
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
        transactions.ended(this);
    }

    @Override
    public void write(Batches batches, long first) throws SQLException {
        for (BookChange change : changes.values()) {
            change.write(batches);
        }
    }

    /** Makes the changes in memory. */
    void apply() {
        changes.values().forEach(BookChange::apply);
    }
}
