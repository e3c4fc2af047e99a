package io.daybook.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that wait on purpose: they hold their connection and no thread, and there is a bound to their number. */
final class Holding implements AutoCloseable {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-holding");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger held = new AtomicInteger();
    private final Duration slowness;
    private final Duration hold;
    private final int maxHeld;

    Holding(Duration slowness, Duration hold, int maxHeld) {
        this.slowness = slowness;
        this.hold = hold;
        this.maxHeld = maxHeld;
    }

    /** Goes on with a call when the provider's slowness is over. */
    void slowly(HttpExchange exchange, Runnable rest) {
        hold(exchange, slowness, rest);
    }

    /** Leaves a call without an answer, until its time is up. */
    void forEver(HttpExchange exchange) {
        hold(exchange, hold, () -> Replies.giveUp(exchange));
    }

    int held() {
        return held.get();
    }

    private void hold(HttpExchange exchange, Duration time, Runnable rest) {
        if (held.incrementAndGet() > maxHeld) {
            held.decrementAndGet();
            Replies.message(exchange, 503, "too many calls are being held");
            return;
        }
        try {
            scheduler.schedule(
                    () -> {
                        held.decrementAndGet();
                        rest.run();
                    },
                    time.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            held.decrementAndGet();
            Replies.giveUp(exchange);
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
