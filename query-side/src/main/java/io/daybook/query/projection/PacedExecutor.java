package io.daybook.query.projection;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread that starts submitted tasks no closer together than its pace: at once when it was idle, else later. Tasks of a
 * view are batches, so a busy view takes more events at a time instead of writing after each. The dearer a batch was, the
 * longer the next one waits, so that a view that nobody hurries leaves most of a processor to others; never longer than a
 * reader would mind. A view that is behind is not held back: there, as much waits as a batch can take.
 */
final class PacedExecutor extends ScheduledThreadPoolExecutor {

    /** Times the last batch's duration from its start to the next one's. */
    private static final int BREATH = 2;

    private static final long NOTHING = Long.MIN_VALUE;

    private final long paceNanos;
    private final long breathNanos;
    private volatile long nextStart = System.nanoTime();
    private volatile long dearNanos;
    private final Object order = new Object();
    private @Nullable Waiting waiting;
    private long hurried = NOTHING;

    private record Waiting(Runnable task, ScheduledFuture<?> start) {}

    /**
     * @param pace   the least time from one start to the next
     * @param breath the most that a dear batch adds to it
     */
    PacedExecutor(String name, Duration pace, Duration breath) {
        super(1, task -> new Thread(task, name));
        this.paceNanos = pace.toNanos();
        this.breathNanos = breath.toNanos();
    }

    @Override
    public Future<?> submit(Runnable task) {
        // A task may begin, and submit the next one, before this one has been noted.
        synchronized (order) {
            long delay = hurried == NOTHING ? Math.max(0, nextStart - System.nanoTime()) : 0;
            ScheduledFuture<?> start = schedule(() -> run(task), delay, TimeUnit.NANOSECONDS);
            waiting = new Waiting(task, start);
            return start;
        }
    }

    /**
     * Starts the task that waits for its time, and lets none wait until the event is {@link #taken}: a task may be done
     * before the event, which is only about to be queued, can be had.
     *
     * @param position of the event that is not to wait
     */
    void hurry(long position) {
        synchronized (order) {
            hurried = Math.max(hurried, position);
            Waiting now = waiting;
            waiting = null;
            if (now != null && now.start().cancel(false)) {
                execute(() -> run(now.task()));
            }
        }
    }

    /** A task has got all events up to this position. */
    void taken(long position) {
        synchronized (order) {
            if (hurried <= position) {
                hurried = NOTHING;
            }
        }
    }

    private void run(Runnable task) {
        long start = System.nanoTime();
        // Said before, because a task submits the next one as it ends.
        nextStart = start + Math.max(paceNanos, dearNanos);
        try {
            task.run();
        } finally {
            dearNanos = Math.min(breathNanos, BREATH * (System.nanoTime() - start));
            nextStart = start + Math.max(paceNanos, dearNanos);
        }
    }
}
