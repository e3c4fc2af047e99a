package io.daybook.saga.tiers;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that begins each task some time after it was asked to, at the soonest: what comes meanwhile is done with it. */
final class Unhurried extends ScheduledThreadPoolExecutor {

    private final Duration pace;

    Unhurried(String threadName, Duration pace) {
        super(1, task -> new Thread(task, threadName));
        this.pace = pace;
    }

    /** Tasks that are submitted or executed come by here, too. */
    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, Math.max(unit.toNanos(delay), pace.toNanos()), TimeUnit.NANOSECONDS);
    }
}
