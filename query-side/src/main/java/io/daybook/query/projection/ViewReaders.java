package io.daybook.query.projection;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the readers of all views, which share the threads for answers that had to wait. */
public final class ViewReaders implements AutoCloseable {

    private final ViewDatabase database;
    private final ViewProgresses progresses;
    private final Duration patience;
    private final ExecutorService threads;

    public ViewReaders(ViewSettings settings, ViewDatabase database, ViewProgresses progresses) {
        this.database = database;
        this.progresses = progresses;
        this.patience = settings.patience();
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(settings.readers(), task -> {
            Thread thread = new Thread(task, "view-answers-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The reader of the view of this name. */
    public Reader of(String view) {
        return new Reader(database, progresses.live(view), progresses.of(view), patience, threads);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
