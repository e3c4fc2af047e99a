package io.daybook.ui.pages;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again and again while somebody looks, and tells all open pages together: many pages cost no more than one. What
 * has not changed since a page was told is not told again, so that nothing moves under a reader for nothing.
 */
public final class Sampler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sampler.class);

    private final Supplier<Map<String, String>> sample;
    private final Duration every;
    private final Map<LiveStream, Map<String, String>> told = new LinkedHashMap<>();
    private final ScheduledExecutorService thread;
    private @Nullable ScheduledFuture<?> running;

    /** @param sample texts by name of the event with which they are sent */
    public Sampler(String name, Duration every, Supplier<Map<String, String>> sample) {
        this.every = every;
        this.sample = sample;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "sampler-" + name);
            made.setDaemon(true);
            return made;
        });
    }

    public void follow(LiveStream stream) {
        synchronized (this) {
            told.put(stream, new HashMap<>());
            if (running == null) {
                running = thread.scheduleWithFixedDelay(this::tell, 0, every.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        stream.onClose(() -> leave(stream));
    }

    private synchronized void leave(LiveStream stream) {
        told.remove(stream);
        if (told.isEmpty() && running != null) {
            running.cancel(false);
            running = null;
        }
    }

    /** Whether anything is asked at present. */
    public synchronized boolean isRunning() {
        return running != null;
    }

    private synchronized Map<LiveStream, Map<String, String>> followers() {
        return Map.copyOf(told);
    }

    private void tell() {
        try {
            Map<String, String> texts = sample.get();
            followers()
                    .forEach((stream, before) -> texts.forEach((event, text) -> {
                        if (!text.equals(before.put(event, text))) {
                            stream.offer(event, () -> text);
                        }
                    }));
        } catch (RuntimeException away) {
            // The pages keep what they show; the next sample may work again.
            log.warn("There are no new figures: {}", away.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
