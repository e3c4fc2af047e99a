package io.daybook.standalone.mongo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/** Each write is on disk before it is answered; writes that come while the disk is busy share the next commit. */
final class CommitOnWrite extends Commits {

    private final AtomicLong writes = new AtomicLong();
    private final Lock committing = new ReentrantLock();
    private long durable; // guarded by committing

    CommitOnWrite(MVStore store) {
        super(store);
    }

    @Override
    void written() {
        long mine = writes.incrementAndGet();
        committing.lock();
        try {
            if (durable < mine) {
                long upTo = writes.get();
                betweenCommands(store::commit);
                store.sync();
                durable = upTo;
            }
        } finally {
            committing.unlock();
        }
    }

    @Override
    public void close() {}
}
