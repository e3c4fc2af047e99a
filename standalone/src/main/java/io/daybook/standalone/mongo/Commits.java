package io.daybook.standalone.mongo;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * When the store is committed. A commit is what a crash goes back to: all maps as they were at one moment. It never falls
 * between the parts of a command: an index is never kept without its document, nor half a {@code bulkWrite}, and what one
 * command wrote is never kept without what the commands before it wrote.
 */
abstract class Commits implements AutoCloseable {

    final MVStore store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    Commits(MVStore store) {
        this.store = store;
    }

    /** Carries out a command that may write; returns when its answer may be sent. */
    final <T> T during(Supplier<T> command) {
        T answer;
        lock.readLock().lock();
        try {
            answer = command.get();
        } finally {
            lock.readLock().unlock();
        }
        written();
        return answer;
    }

    /** Runs while no command is being carried out. */
    final void betweenCommands(Runnable commit) {
        lock.writeLock().lock();
        try {
            commit.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A command has been carried out. */
    abstract void written();

    /** Ends without a last commit; closing the store makes one. */
    @Override
    public abstract void close();
}
