package io.daybook.query.projection;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the readers of all views, which share the threads for answers that had to wait. */
public final class ViewReaders implements AutoCloseable {

    private final Duration patience;
    private final ExecutorService threads;

    public ViewReaders(ViewSettings settings) {
        this.patience = settings.patience();
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(settings.readers(), task -> {
            Thread thread = new Thread(task, "view-answers-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    public Reader of(ViewProgress progress) {
        return new Reader(progress, patience, threads);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
