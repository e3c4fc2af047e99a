package io.daybook.bench.crash;

import io.daybook.bench.http.Session;
import org.jspecify.annotations.Nullable;

/** Tells clients when the server is up, and as whom to call it, so that they do not call in vain. */
final class Gate implements Entrance {

    private @Nullable Session session;
    private boolean over;

    synchronized void open(Session current) {
        session = current;
        notifyAll();
    }

    synchronized void close() {
        session = null;
    }

    /** Nobody waits any more. */
    synchronized void end() {
        over = true;
        session = null;
        notifyAll();
    }

    /** Waits until the server is up; null when it will not be any more. */
    @Override
    public synchronized @Nullable Session await(int client) throws InterruptedException {
        while (session == null && !over) {
            wait();
        }
        return session;
    }
}
