package io.daybook.standalone.book;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events from a position on. The newest come from memory; as long as the stream is further behind, it reads pages from
 * disk. A consumer that has found nothing more is called when there is: at once if it is there for them, else later.
 */
final class BookStream implements TrackingEventStream {

    private static final Logger logger = LoggerFactory.getLogger(BookStream.class);

    private final Predicate<EventMessage<?>> calling;
    private final CommittedEvents committed;
    private final LongFunction<EventPage> pages;
    private final Consumer<BookStream> onClose;

    /** Of these types, the consumer has said that it has no use for any event. */
    private final Set<Class<?>> useless = ConcurrentHashMap.newKeySet();

    private Iterator<TrackedEventMessage<?>> page = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> peeked;

    /** Up to here, events have been taken from the ring or are in the page. */
    private volatile long position;

    /** Up to here, the writer's thread has looked whether there is something that the consumer is there for. */
    private long lookedAt;

    /** Whether the consumer has been told that there is nothing, and wants to know when there is. */
    private volatile boolean waiting = true;

    private volatile boolean closed;
    private volatile Runnable callback = () -> {};
    private final Object news = new Object();

    /** @param calling the events for which the consumer is called at once, unless they are of a type that it has no use for */
    BookStream(
            long position,
            Predicate<EventMessage<?>> calling,
            CommittedEvents committed,
            LongFunction<EventPage> pages,
            Consumer<BookStream> onClose) {
        this.position = position;
        this.calling = calling;
        this.committed = committed;
        this.pages = pages;
        this.onClose = onClose;
    }

    /** Called after each commit, on the writer's thread; false if the consumer waits still, although there are events. */
    boolean wake() {
        if (!waiting || committed.head() <= position) {
            return true;
        }
        boolean called = hasWhatItIsThereFor();
        if (called) {
            call();
        }
        return called;
    }

    /** Has the consumer pass what it is not there for, so that its position does not stay behind. */
    void wakeLate() {
        if (waiting && committed.head() > position) {
            call();
        }
    }

    private boolean hasWhatItIsThereFor() {
        long head = committed.head();
        for (long next = Math.max(lookedAt, position) + 1; next <= head; next++) {
            TrackedEventMessage<?> event = committed.at(next);
            if (event == null || calling.test(event) && !useless.contains(event.getPayloadType())) {
                return true;
            }
            lookedAt = next;
        }
        return false;
    }

    private void call() {
        waiting = false;
        try {
            callback.run();
        } catch (RuntimeException e) {
            logger.warn("A consumer could not be told that there are new events", e);
        }
        synchronized (news) {
            news.notifyAll();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(ahead());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (ahead() == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            synchronized (news) {
                // Said again: a call for an event that has been taken meanwhile may just have unsaid it.
                waiting = true;
                if (committed.head() <= position && !closed) {
                    TimeUnit.NANOSECONDS.timedWait(news, left);
                }
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            TrackedEventMessage<?> next = take();
            if (next != null) {
                return next;
            }
            if (closed) {
                throw new IllegalStateException("The stream is closed");
            }
            hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized @Nullable TrackedEventMessage<?> take() {
        TrackedEventMessage<?> next = ahead();
        peeked = null;
        return next;
    }

    /** The next event, which stays the next; null when there is none yet. */
    private synchronized @Nullable TrackedEventMessage<?> ahead() {
        if (peeked == null) {
            peeked = read();
        }
        if (peeked == null) {
            // In this order: an event that comes between the two lines is found here, a later one finds us waiting.
            waiting = true;
            peeked = read();
        }
        return peeked;
    }

    private @Nullable TrackedEventMessage<?> read() {
        while (!page.hasNext()) {
            long next = position + 1;
            if (closed || next > committed.head()) {
                return null;
            }
            TrackedEventMessage<?> newest = committed.at(next);
            if (newest != null) {
                position = next;
                return newest;
            }
            EventPage read = pages.apply(position);
            page = read.events();
            position = read.last();
        }
        return page.next();
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        useless.add(ignored.getPayloadType());
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        if (ahead() != null) {
            onAvailable.run();
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
        synchronized (news) {
            news.notifyAll();
        }
    }
}
