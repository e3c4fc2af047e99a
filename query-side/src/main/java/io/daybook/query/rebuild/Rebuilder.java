package io.daybook.query.rebuild;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Steered;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewSource;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the rebuilds done that operators want, of those views that this instance keeps. */
final class Rebuilder implements Steered, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Rebuilder.class);

    private final ViewProcessors views;
    private final RebuildParts parts;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Pauses pauses = new Pauses();
    private final ScheduledExecutorService clock;
    private final ExecutorService threads;
    private volatile @Nullable Controls controls;

    private record Job(Rebuilds<?, ?> rebuilds, AtomicBoolean busy) {}

    Rebuilder(
            ViewProcessors views,
            ViewDatabase database,
            EventStore log,
            Serializer events,
            CommandGateway commands,
            RebuildSettings settings) {
        this.views = views;
        clock = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "rebuild-clock"));
        threads = Executors.newCachedThreadPool(task -> daemon(task, "rebuild"));
        parts = new RebuildParts(
                database,
                log,
                events,
                new LogHead(log),
                commands,
                settings,
                threads,
                new Semaphore(settings.atOnce()),
                Clock.systemUTC());
        long every = settings.look().toMillis();
        clock.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
    }

    private Job job(ViewSource<?, ?> source) {
        return jobs.computeIfAbsent(
                source.view().name(), missing -> new Job(new Rebuilds<>(source, parts, pauses), new AtomicBoolean()));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void steer(Controls decided) {
        controls = decided;
    }

    /** Nothing is begun or put away before it is known what operators want: after a start that takes a moment. */
    private void round() {
        Controls decided = controls;
        if (decided == null) {
            return;
        }
        for (ViewSource<?, ?> source : views.sources()) {
            Job job = job(source);
            job.rebuilds().take(decided);
            if (job.rebuilds().hasWork() && job.busy().compareAndSet(false, true)) {
                threads.execute(() -> work(job));
            }
        }
    }

    private void work(Job job) {
        try {
            job.rebuilds().work();
        } catch (RuntimeException failure) {
            logger.warn("A rebuild failed, and is tried again", failure);
        } finally {
            job.busy().set(false);
        }
    }

    /** Lets what is being written come to its end. */
    @Override
    public void close() {
        pauses.end();
        clock.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                logger.warn("A rebuild is still at work, and is left to itself");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
