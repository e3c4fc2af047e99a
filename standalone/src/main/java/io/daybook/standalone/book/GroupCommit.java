package io.daybook.standalone.book;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of the book. Units that arrive while a commit is under way go into the next one together, so that many
 * share the price of one.
 */
final class GroupCommit implements BookFigures, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(GroupCommit.class);

    private final BookWriter writer;
    private final int groupSize;
    private final int queueSize;
    private final CompletableFuture<Void> end;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final ArrayDeque<Queued> queue = new ArrayDeque<>();
    private final ArrayDeque<Later> later = new ArrayDeque<>();
    private volatile boolean closed;
    private @Nullable Throwable death;

    /** @param due when it goes with the next commit, on the clock of {@link System#nanoTime} */
    private record Later(Queued queued, long due) {}

    private final List<Runnable> afterCommit = new CopyOnWriteArrayList<>();
    private final AtomicLong units = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    /**
     * Starts the writer's thread.
     *
     * @param groupSize how many units go into one commit at most
     * @param queueSize how many units wait at most; who brings another one waits until there is room
     */
    GroupCommit(BookWriter writer, int groupSize, int queueSize) {
        this.writer = writer;
        this.groupSize = groupSize;
        this.queueSize = queueSize;
        this.end = CompletableFuture.runAsync(this::run, action -> new Thread(action, "book-writer").start());
    }

    /** Has this called on the writer's thread after each commit. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /**
     * Writes a unit and waits until it is on disk.
     *
     * @throws NotWritten if it is not, with the cause
     */
    void write(BookUnit unit) {
        await(submit(unit));
    }

    /**
     * Waits until a unit that was submitted is on disk.
     *
     * @throws NotWritten if it is not, with the cause
     */
    static void await(CompletableFuture<@Nullable Void> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new NotWritten("The book could not be written: " + cause.getMessage(), cause);
        }
    }

    /** Has a unit written. The future completes when it is on disk, and fails with the cause when it cannot be. */
    CompletableFuture<@Nullable Void> submit(BookUnit unit) {
        Queued queued = new Queued(unit);
        lock.lock();
        try {
            while (queue.size() >= queueSize && !closed) {
                drained.awaitUninterruptibly();
            }
            if (closed) {
                refuse(queued);
            } else {
                enqueue(queued);
            }
        } finally {
            lock.unlock();
        }
        return queued.done();
    }

    /** Has a unit written that may wait, with the first commit after this delay, which is the same for all of these. */
    Queued submit(BookUnit unit, Duration delay) {
        Queued queued = new Queued(unit);
        lock.lock();
        try {
            if (closed) {
                refuse(queued);
            } else {
                later.add(new Later(queued, System.nanoTime() + delay.toNanos()));
                if (later.size() == 1) {
                    filled.signal();
                }
            }
        } finally {
            lock.unlock();
        }
        return queued;
    }

    /** Has a unit that may wait go with the next commit; nothing happens when it has gone. */
    void hurry(Queued queued) {
        lock.lock();
        try {
            if (later.removeIf(each -> each.queued() == queued)) {
                enqueue(queued);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Queued queued) {
        queue.add(queued);
        if (queue.size() == 1) {
            filled.signal();
        }
    }

    private void refuse(Queued queued) {
        queued.fail(new IllegalStateException(
                death == null ? "The book is closed" : "The book is closed because its writer has failed", death));
        queued.tell();
    }

    private void run() {
        List<Queued> group = new ArrayList<>();
        try {
            while (take(group)) {
                writer.write(group);
                count(group);
                group.forEach(Queued::tell);
                group.clear();
                afterCommit.forEach(Runnable::run);
            }
        } catch (Throwable t) {
            die(t, group);
        } finally {
            writer.close();
        }
    }

    /** Takes all that wait and whose time has come, up to a group; false when the book is closed and nothing waits any more. */
    private boolean take(List<Queued> group) throws InterruptedException {
        lock.lock();
        try {
            takeDue();
            while (queue.isEmpty()) {
                if (closed) {
                    return false;
                }
                awaitWork();
                takeDue();
            }
            while (group.size() < groupSize && !queue.isEmpty()) {
                group.add(queue.remove());
            }
            drained.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void takeDue() {
        while (!later.isEmpty() && (closed || later.element().due() - System.nanoTime() <= 0)) {
            queue.add(later.remove().queued());
        }
    }

    private void awaitWork() throws InterruptedException {
        if (later.isEmpty()) {
            filled.await();
        } else {
            filled.awaitNanos(later.element().due() - System.nanoTime());
        }
    }

    private void count(List<Queued> group) {
        for (Queued one : group) {
            if (one.failed()) {
                failures.incrementAndGet();
            } else {
                units.incrementAndGet();
                events.addAndGet(one.unit().events());
            }
        }
    }

    private void die(Throwable cause, List<Queued> group) {
        logger.error("The book's writer has failed; nothing is written any more until the next start", cause);
        lock.lock();
        try {
            death = cause;
            closed = true;
            group.addAll(queue);
            queue.clear();
            later.forEach(each -> group.add(each.queued()));
            later.clear();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
        for (Queued one : group) {
            one.fail(cause);
            one.tell();
        }
    }

    @Override
    public boolean isWriting() {
        return !closed;
    }

    @Override
    public long head() {
        return writer.head();
    }

    @Override
    public long commits() {
        return writer.commits();
    }

    @Override
    public long units() {
        return units.get();
    }

    @Override
    public long failures() {
        return failures.get();
    }

    @Override
    public long events() {
        return events.get();
    }

    @Override
    public int queued() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Duration timeInCommit() {
        return writer.timeInCommit();
    }

    /** Writes all that waits, and nothing that comes later. Returns when the file is closed. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            filled.signal();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
        end.join();
    }
}
