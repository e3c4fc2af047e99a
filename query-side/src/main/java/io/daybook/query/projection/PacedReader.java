package io.daybook.query.projection;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread on which a view looks into the log: at once when it is called, and a little later when it has seen that there is
 * more. Else a view that always finds something would look for an event or two some thousand times a second.
 */
final class PacedReader extends ScheduledThreadPoolExecutor {

    /** What is urgent is found by looking, whatever the pace. */
    private static final Duration LONGEST = Duration.ofMillis(25);

    private final long paceNanos;
    private volatile @Nullable Thread thread;

    /** @param pace the time until it looks for more; when it is longer than 25 ms, these */
    PacedReader(String threadName, Duration pace) {
        super(1);
        this.paceNanos = Math.min(pace.toNanos(), LONGEST.toNanos());
        setThreadFactory(task -> {
            Thread made = new Thread(task, threadName);
            thread = made;
            return made;
        });
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long nanos = unit.toNanos(delay);
        boolean again = Thread.currentThread() == thread;
        return super.schedule(task, again ? Math.max(nanos, paceNanos) : nanos, TimeUnit.NANOSECONDS);
    }
}
