package io.daybook.query.projection;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread on which a view looks into the log: at once when the last look was some time ago, else a little later. The log
 * says so at every commit, and some thousand times a second each view would be woken for an event or two.
 */
final class PacedReader extends ScheduledThreadPoolExecutor {

    /** What is urgent is found by looking, whatever the pace. */
    private static final Duration LONGEST = Duration.ofMillis(25);

    private final long paceNanos;
    private volatile long next = System.nanoTime();

    /** @param pace the least time from the end of one look to the next; when it is longer than 25 ms, these */
    PacedReader(String threadName, Duration pace) {
        super(1, task -> new Thread(task, threadName));
        this.paceNanos = Math.min(pace.toNanos(), LONGEST.toNanos());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long nanos = Math.max(unit.toNanos(delay), next - System.nanoTime());
        return super.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        super.afterExecute(task, failure);
        next = System.nanoTime() + paceNanos;
    }
}
