package io.daybook.command.tiers;

import io.daybook.api.customer.Tier;
import io.daybook.command.tiers.TieredQueue.Turn;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads for tasks of both tiers, each of which has a share of them that the other cannot hold. */
public final class TieredThreads implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TieredThreads.class);

    private final TieredQueue<Runnable> queue;
    private final ExecutorService threads;

    /** @param number of threads, as many as the queue has places */
    public TieredThreads(int number, TieredQueue<Runnable> queue, ThreadFactory factory) {
        this.queue = queue;
        this.threads = Executors.newFixedThreadPool(number, factory);
    }

    /** @throws RejectedExecutionException after {@link #stop} */
    public void execute(Tier tier, Runnable task) {
        if (threads.isShutdown()) {
            throw new RejectedExecutionException("no tasks are taken any longer");
        }
        queue.add(tier, task);
        startNext();
    }

    private void startNext() {
        Turn<Runnable> turn = queue.next();
        while (turn != null) {
            Turn<Runnable> started = turn;
            try {
                threads.execute(() -> runOn(started));
            } catch (RejectedExecutionException stopping) {
                // It was taken, and is run all the same: there is only this thread left for it.
                runOn(started);
            }
            turn = queue.next();
        }
    }

    /** One after the other, as long as there is work that may have this place. */
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
            }
        }
    }

    /** Ends when all tasks have been run that were taken; returns whether that was within the time. */
    public boolean stop(long within, TimeUnit unit) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(within, unit);
    }

    /** Takes no more tasks, and ends once those that were taken have been run. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
