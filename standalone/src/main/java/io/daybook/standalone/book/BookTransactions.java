package io.daybook.standalone.book;

import java.util.ArrayDeque;
import java.util.Deque;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over what the book keeps in memory and on disk. One in which nothing changes costs nothing.
 *
 * <p>A transaction begun while another is open on the same thread is one of its own: what it has committed is on disk,
 * whatever becomes of the outer one. Events are not part of any: an append is durable by itself.
 */
final class BookTransactions implements TransactionManager {

    private final GroupCommit commits;

    @SuppressWarnings("ThreadLocalUsage") // each book has transactions of its own
    private final ThreadLocal<@Nullable Deque<BookTransaction>> open = new ThreadLocal<>();

    BookTransactions(GroupCommit commits) {
        this.commits = commits;
    }

    @Override
    public Transaction startTransaction() {
        BookTransaction transaction = new BookTransaction(commits, this::ended);
        Deque<BookTransaction> mine = open.get();
        if (mine == null) {
            mine = new ArrayDeque<>(2);
            open.set(mine);
        }
        mine.push(transaction);
        return transaction;
    }

    private void ended(BookTransaction transaction) {
        Deque<BookTransaction> mine = open.get();
        if (mine == null || !mine.remove(transaction)) {
            throw new IllegalStateException("A transaction must end on the thread that began it");
        }
        if (mine.isEmpty()) {
            open.remove();
        }
    }

    /** The innermost open transaction of this thread; null when there is none. */
    @Nullable BookTransaction current() {
        Deque<BookTransaction> mine = open.get();
        return mine == null ? null : mine.peek();
    }

    /** Makes a change part of the current transaction; without one, writes it and waits until it is on disk. */
    void put(Object key, BookChange change) {
        BookTransaction current = current();
        if (current != null) {
            current.put(key, change);
        } else {
            executeInTransaction(() -> put(key, change));
        }
    }

    /** What the current transaction would make of this key; null when it has not touched it. */
    @Nullable BookChange pending(Object key) {
        BookTransaction current = current();
        return current == null ? null : current.pending(key);
    }
}
