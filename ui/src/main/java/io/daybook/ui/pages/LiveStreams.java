package io.daybook.ui.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * All live streams of this instance. A stream costs a connection and a few objects: updates are handed over by whoever
 * causes them and written by a few threads that all streams share; one clock keeps all of them alive.
 */
public final class LiveStreams implements AutoCloseable {

    private final PageSettings settings;
    private final Clock clock;
    private final ExecutorService writers;
    private final ScheduledExecutorService heart;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LiveStreams(PageSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.writers = Executors.newFixedThreadPool(settings.streamThreads(), threads("live-writer-"));
        this.heart = Executors.newSingleThreadScheduledExecutor(threads("live-heart-"));
        long beat = settings.heartbeat().toMillis();
        heart.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    /** Opens a stream to the browser that is asking; return its {@link LiveStream#emitter()}. Once closed, it ends at once. */
    public LiveStream open() {
        if (open.size() >= settings.maxStreams()) {
            throw new TooManyStreams(settings.maxStreams());
        }
        Instant until = clock.instant().plus(settings.streamLifetime());
        LiveStream stream = new LiveStream(writers, until);
        open.add(stream);
        stream.onClose(() -> open.remove(stream));
        if (closed) {
            stream.close();
        }
        return stream;
    }

    /** Opens a stream to the browser that is asking, and has it told what this sampler tells; return the answer. */
    public SseEmitter follow(Sampler sampler) {
        LiveStream stream = open();
        sampler.follow(stream);
        return stream.emitter();
    }

    /** Streams that are open now. */
    public int count() {
        return open.size();
    }

    private void beat() {
        Instant now = clock.instant();
        for (LiveStream stream : open) {
            if (now.isAfter(stream.until())) {
                stream.close();
            } else {
                stream.beat();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        heart.shutdownNow();
        open.forEach(LiveStream::close);
        writers.shutdown();
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
