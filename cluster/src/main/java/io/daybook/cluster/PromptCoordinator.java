package io.daybook.cluster;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which an event processor looks after its segments and, when the log is out of reach, asks for it again. Axon
 * doubles the time between two attempts up to a minute, and so a processor would come back up to as much later than the log
 * was away: measured, 32 s after an Axon Server that was away for 39 s. Meanwhile orders reach their deadlines. Here no
 * attempt is later than {@link #LONGEST}.
 */
public final class PromptCoordinator extends ScheduledThreadPoolExecutor {

    /** Longer than all that is scheduled when nothing is wrong would need, and short beside an order's deadlines. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    /** @param threadName of its only thread */
    public PromptCoordinator(String threadName) {
        super(1, task -> new Thread(task, threadName));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long millis = Math.min(unit.toMillis(delay), LONGEST.toMillis());
        return super.schedule(task, millis, TimeUnit.MILLISECONDS);
    }
}
