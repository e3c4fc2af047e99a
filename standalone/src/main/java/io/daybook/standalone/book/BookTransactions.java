package io.daybook.standalone.book;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over what the book keeps in memory and on disk. One in which nothing changes costs nothing.
 *
 * <p>A transaction begun while another is open on the same thread is one of its own: what it has committed stays, whatever
 * becomes of the outer one. Events are not part of any: an append is durable by itself.
 *
 * <p>The commit of a batch of events, which stores a token, does not wait for the disk. Were it lost, the batch would be
 * processed again from the token before it, which is safe, since its commands were answered before the commit and happen
 * once however often they are sent. The order is what counts: the batch is seen in memory at once, and the next one of
 * the same processor and segment commits only when this one is on disk. When it cannot be written, it is taken back, the
 * next one fails, and Axon starts over from the token that is on disk.
 */
final class BookTransactions implements TransactionManager {

    private final GroupCommit commits;
    private final Map<Object, CompletableFuture<@Nullable Void>> behind = new ConcurrentHashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // each book has transactions of its own
    private final ThreadLocal<@Nullable Deque<BookTransaction>> open = new ThreadLocal<>();

    BookTransactions(GroupCommit commits) {
        this.commits = commits;
    }

    @Override
    public Transaction startTransaction() {
        BookTransaction transaction = new BookTransaction(this);
        Deque<BookTransaction> mine = open.get();
        if (mine == null) {
            mine = new ArrayDeque<>(2);
            open.set(mine);
        }
        mine.push(transaction);
        return transaction;
    }

    void ended(BookTransaction transaction) {
        Deque<BookTransaction> mine = open.get();
        if (mine == null || !mine.remove(transaction)) {
            throw new IllegalStateException("A transaction must end on the thread that began it");
        }
        if (mine.isEmpty()) {
            open.remove();
        }
    }

    void commit(BookTransaction transaction) {
        Object sequence = transaction.sequence();
        if (transaction.isEmpty()) {
            return;
        }
        if (sequence == null) {
            commits.write(transaction);
            transaction.apply();
        } else {
            writeBehind(transaction, sequence);
        }
    }

    private void writeBehind(BookTransaction transaction, Object sequence) {
        CompletableFuture<@Nullable Void> before = behind.remove(sequence);
        if (before != null) {
            GroupCommit.await(before);
        }
        transaction.apply();
        behind.put(sequence, commits.submit(transaction).whenComplete((written, failure) -> {
            if (failure != null) {
                transaction.undo();
            }
        }));
    }

    /** Waits until what was last written behind in this sequence is on disk; fails if it could not be written. */
    void awaitWritten(Object sequence) {
        CompletableFuture<@Nullable Void> before = behind.get(sequence);
        if (before != null) {
            GroupCommit.await(before);
        }
    }

    /** For one who begins anew: waits until what was last written behind in this sequence is on disk, or taken back. */
    void settle(Object sequence) {
        CompletableFuture<@Nullable Void> before = behind.get(sequence);
        if (before != null) {
            before.handle((written, failure) -> failure == null).join();
            behind.remove(sequence, before);
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

    /** Has the current transaction written behind, in sequence with others; without one this does nothing. */
    void writeBehind(Object sequence) {
        BookTransaction current = current();
        if (current != null) {
            current.behind(sequence);
        }
    }

    /** What the current transaction would make of this key; null when it has not touched it. */
    @Nullable BookChange pending(Object key) {
        BookTransaction current = current();
        return current == null ? null : current.pending(key);
    }
}
