package io.daybook.ui.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events to one open page. Of each kind of event only the newest is kept until it is written, so that a slow
 * reader costs no memory and holds up nobody: whoever offers an event returns at once.
 */
public final class LiveStream {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
    private static final String COMMENT = "";

    private final SseEmitter emitter = new SseEmitter(0L);
    private final Executor writers;
    private volatile Instant until;
    private final Map<String, Supplier<String>> waiting = new LinkedHashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean writing;
    private boolean closed;

    LiveStream(Executor writers, Instant until) {
        this.writers = writers;
        this.until = until;
        emitter.onCompletion(this::ended);
        emitter.onTimeout(this::ended);
        emitter.onError(failure -> ended());
        sendHeaders();
    }

    /**
     * Something to begin with, which the thread that serves the request writes when the handler has returned, and all headers
     * before it. Else a writer could be the first, while that thread still has headers to add: a response is not made for two.
     */
    private void sendHeaders() {
        try {
            emitter.send(SseEmitter.event().comment(""));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written before the handler has returned", impossible);
        }
    }

    /** What the handler returns. */
    public SseEmitter emitter() {
        return emitter;
    }

    /** Runs once when the stream has ended, whoever ended it; at once when it has already. */
    public void onClose(Runnable action) {
        synchronized (this) {
            if (!closed) {
                afterwards.add(action);
                return;
            }
        }
        action.run();
    }

    /** Sends an event, unless a newer one with the same name is offered before it is written; the text is made when it is. */
    public void offer(String event, Supplier<String> text) {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.put(event, text);
            if (writing) {
                return;
            }
            writing = true;
        }
        try {
            writers.execute(this::write);
        } catch (RejectedExecutionException shuttingDown) {
            ended();
        }
    }

    /** Ends the stream; the browser opens a new one if the page is still there. */
    public void close() {
        try {
            emitter.complete();
        } catch (IllegalStateException gone) {
            log.trace("The reader of a live stream had gone", gone);
        }
        ended();
    }

    /**
     * What the stream is about cannot be followed any more: it ends with the next heartbeat, and the browser opens a new
     * one. Not at once, because what happened to one stream has just happened to all.
     */
    public void endSoon() {
        until = Instant.MIN;
    }

    Instant until() {
        return until;
    }

    void beat() {
        offer(COMMENT, () -> "");
    }

    private void write() {
        for (Map.Entry<String, Supplier<String>> next = next(); next != null; next = next()) {
            try {
                String event = next.getKey();
                emitter.send(
                        event.equals(COMMENT)
                                ? SseEmitter.event().comment("")
                                : SseEmitter.event()
                                        .name(event)
                                        .data(next.getValue().get()));
            } catch (IOException | IllegalStateException gone) {
                log.trace("The reader of a live stream has gone", gone);
                ended();
            } catch (RuntimeException broken) {
                log.warn("A live stream ends because its text cannot be made", broken);
                close();
            }
        }
    }

    private synchronized Map.@Nullable Entry<String, Supplier<String>> next() {
        Iterator<Map.Entry<String, Supplier<String>>> entries =
                waiting.entrySet().iterator();
        if (closed || !entries.hasNext()) {
            writing = false;
            return null;
        }
        Map.Entry<String, Supplier<String>> first = entries.next();
        Map.Entry<String, Supplier<String>> next = Map.entry(first.getKey(), first.getValue());
        entries.remove();
        return next;
    }

    private void ended() {
        List<Runnable> actions;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            actions = List.copyOf(afterwards);
        }
        actions.forEach(Runnable::run);
    }
}
