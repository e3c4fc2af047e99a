package io.daybook.ui.accounts;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Small regular work in the background, on one thread of its own: removing what has expired, trying again what failed. */
public final class Housekeeping implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread housekeeper = new Thread(work, "housekeeping");
        housekeeper.setDaemon(true);
        return housekeeper;
    });

    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();

    Housekeeping() {}

    /** Does the work again and again; when it fails this is logged, and it is done again the next time. */
    public void every(Duration interval, String what, Runnable work) {
        long millis = interval.toMillis();
        thread.scheduleWithFixedDelay(() -> attempt(what, work), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Does the work once, so long after the start, or after now when it is over; a failure is logged. */
    public void once(Duration later, String what, Runnable work) {
        var unused = started.thenRun(
                () -> thread.schedule(() -> attempt(what, work), later.toMillis(), TimeUnit.MILLISECONDS));
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        started.complete(null);
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.warn("Housekeeping ({}) failed: {}", what, failure.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
