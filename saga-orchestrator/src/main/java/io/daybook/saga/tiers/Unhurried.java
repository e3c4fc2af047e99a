package io.daybook.saga.tiers;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that begins each task some time after it was asked to: what comes meanwhile is done with it. */
final class Unhurried extends ScheduledThreadPoolExecutor {

    private final Duration pace;

    Unhurried(String threadName, Duration pace) {
        super(1, task -> new Thread(task, threadName));
        this.pace = pace;
    }

    @Override
    public Future<?> submit(Runnable task) {
        return schedule(task, pace.toNanos(), TimeUnit.NANOSECONDS);
    }
}
