package io.daybook.standalone.book;

import java.time.Duration;
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
 * <p>The commit of a batch of events, which stores a token, does not wait for the disk. The batch is seen in memory at once, and
 * is written a little later with those of the same processor and segment that come meanwhile: most sagas have begun and
 * ended by then, and are never written. Were it lost, it would be processed again from the token before it, which is safe,
 * since its commands were answered before the commit and happen once however often they are sent. Nothing is put on top of
 * what is being written: when that fails, it is taken back, the next batch fails, and Axon starts over from the token that
 * is on disk.
 */
final class BookTransactions implements TransactionManager {

    private final GroupCommit commits;
    private final Duration delay;
    private final Map<Object, Behind> behind = new ConcurrentHashMap<>();

    /** @param written completes when it is on disk, or has been taken back */
    private record Behind(WrittenBehind unit, Queued queued, CompletableFuture<@Nullable Void> written) {}

    @SuppressWarnings("ThreadLocalUsage") // each book has transactions of its own
    private final ThreadLocal<@Nullable Deque<BookTransaction>> open = new ThreadLocal<>();

    /** @param delay how long a batch of events is in memory alone before the writer takes it */
    BookTransactions(GroupCommit commits, Duration delay) {
        this.commits = commits;
        this.delay = delay;
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
            // It may change what batches have changed before it.
            behind.values().forEach(before -> commits.hurry(before.queued()));
            commits.write(transaction);
            transaction.apply();
        } else {
            writeBehind(transaction, sequence);
        }
    }

    private void writeBehind(BookTransaction transaction, Object sequence) {
        Behind present = behind.get(sequence);
        if (present != null) {
            if (!present.written().isDone() && present.unit().add(transaction)) {
                return;
            }
            behind.remove(sequence);
            GroupCommit.await(present.written());
        }
        WrittenBehind unit = new WrittenBehind();
        unit.add(transaction);
        Queued queued = commits.submit(unit, delay);
        behind.put(sequence, new Behind(unit, queued, queued.done().whenComplete((written, failure) -> {
            if (failure != null) {
                unit.undo();
            }
        })));
    }

    /** Waits until what was last written behind in this sequence is on disk; fails if it could not be written. */
    void awaitWritten(Object sequence) {
        Behind before = behind.get(sequence);
        if (before != null) {
            commits.hurry(before.queued());
            GroupCommit.await(before.written());
        }
    }

    /** For one who begins anew: waits until what was last written behind in this sequence is on disk, or taken back. */
    void settle(Object sequence) {
        Behind before = behind.get(sequence);
        if (before != null) {
            commits.hurry(before.queued());
            before.written().handle((written, failure) -> failure == null).join();
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
