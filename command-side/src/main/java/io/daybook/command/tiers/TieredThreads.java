package io.daybook.command.tiers;

import io.daybook.api.customer.Tier;
import io.daybook.command.tiers.TieredQueue.Turn;
import io.daybook.operations.Niceness;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for tasks of both tiers, each of which has a share of them that the other cannot hold. Those that run standard tasks
 * leave the processors to those that run VIP ones.
 */
public final class TieredThreads implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TieredThreads.class);

    private final TieredQueue<Runnable> queue;
    private final ExecutorService vip;
    private final ExecutorService standard;

    /** @param number of tasks that are run at a time, as many as the queue has places */
    public TieredThreads(int number, TieredQueue<Runnable> queue, ThreadFactory factory, Niceness niceness) {
        this.queue = queue;
        this.vip = started(number, factory);
        this.standard = Executors.newFixedThreadPool(number, niceness.nice(factory));
    }

    /** Later on, a thread might be started by one for standard tasks, and be as nice as that. */
    private static ExecutorService started(int number, ThreadFactory factory) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(number, number, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.prestartAllCoreThreads();
        return threads;
    }

    /** @throws RejectedExecutionException after {@link #stop} */
    public void execute(Tier tier, Runnable task) {
        if (standard.isShutdown()) {
            throw new RejectedExecutionException("no tasks are taken any longer");
        }
        queue.add(tier, task);
        startNext();
    }

    private void startNext() {
        Turn<Runnable> turn = queue.next();
        while (turn != null) {
            if (!isStarted(turn)) {
                // It was taken, and is run all the same: there is only this thread left for it.
                runOn(turn);
            }
            turn = queue.next();
        }
    }

    /** Not any longer, when they are stopping. */
    private boolean isStarted(Turn<Runnable> turn) {
        try {
            (turn.tier() == Tier.VIP ? vip : standard).execute(() -> runOn(turn));
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    /** One after the other, as long as there is work that may have this place, and it is of this tier. */
    private void runOn(Turn<Runnable> first) {
        Turn<Runnable> turn = first;
        while (turn != null) {
            try {
                turn.work().run();
            } catch (RuntimeException failure) {
                log.error("A task of tier {} has failed", turn.tier(), failure);
            } finally {
                queue.done(turn);
            }
            turn = queue.next();
            if (turn != null) {
                // Places may have come free that were kept until now.
                startNext();
                if (turn.tier() != first.tier() && isStarted(turn)) {
                    return;
                }
            }
        }
    }

    /** Ends when all tasks have been run that were taken; returns whether that was within the time. */
    public boolean stop(long within, TimeUnit unit) throws InterruptedException {
        close();
        long until = System.nanoTime() + unit.toNanos(within);
        return vip.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)
                && standard.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** Takes no more tasks, and ends once those that were taken have been run. */
    @Override
    public void close() {
        standard.shutdown();
        vip.shutdown();
    }
}
