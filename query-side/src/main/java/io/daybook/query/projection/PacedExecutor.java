package io.daybook.query.projection;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread that starts submitted tasks no closer together than its pace: at once when it was idle, else later. Tasks of a
 * view are batches, so a busy view takes more events at a time instead of writing after each.
 */
final class PacedExecutor extends ScheduledThreadPoolExecutor {

    private final long paceNanos;
    private volatile long lastStart = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

    PacedExecutor(String name, Duration pace) {
        super(1, task -> new Thread(task, name));
        this.paceNanos = pace.toNanos();
    }

    @Override
    public Future<?> submit(Runnable task) {
        long delay = Math.max(0, lastStart + paceNanos - System.nanoTime());
        return schedule(
                () -> {
                    lastStart = System.nanoTime();
                    task.run();
                },
                delay,
                TimeUnit.NANOSECONDS);
    }
}
