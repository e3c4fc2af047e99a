package io.daybook.standalone.book;

import io.daybook.operations.SelectiveLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over the book. Its streams read what is newest from memory. At each commit those call their reader that
 * have something that it is there for, the others within {@link #LATE_MILLIS}: at full load there are more than a thousand commits a
 * second, and to wake a thread costs more than most have to do.
 */
final class BookEventStore extends AbstractEventStore implements SelectiveLog {

    private static final long LATE_MILLIS = 25;

    private final BookEventStorageEngine engine;
    private final CommittedEvents committed;
    private final Set<BookStream> streams = ConcurrentHashMap.newKeySet();
    private final Executor late = CompletableFuture.delayedExecutor(LATE_MILLIS, TimeUnit.MILLISECONDS, Runnable::run);
    private final AtomicBoolean latePending = new AtomicBoolean();

    BookEventStore(
            BookEventStorageEngine engine,
            Book book,
            MessageMonitor<? super EventMessage<?>> monitor,
            EventBusSpanFactory spans) {
        super(builder(engine, monitor, spans));
        this.engine = engine;
        this.committed = book.committed();
        book.commits().afterCommit(this::wake);
    }

    private static Builder builder(
            BookEventStorageEngine engine, MessageMonitor<? super EventMessage<?>> monitor, EventBusSpanFactory spans) {
        Builder builder = new Builder() {}.storageEngine(engine).messageMonitor(monitor);
        builder.spanFactory(spans);
        return builder;
    }

    private void wake() {
        boolean left = false;
        for (BookStream stream : streams) {
            left |= !stream.wake();
        }
        if (left && latePending.compareAndSet(false, true)) {
            late.execute(this::wakeLate);
        }
    }

    private void wakeLate() {
        latePending.set(false);
        streams.forEach(BookStream::wakeLate);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        return openStream(trackingToken, event -> true);
    }

    @Override
    public StreamableMessageSource<TrackedEventMessage<?>> callingFor(Predicate<EventMessage<?>> events) {
        return new CallingFor(events);
    }

    private BookStream openStream(@Nullable TrackingToken trackingToken, Predicate<EventMessage<?>> calling) {
        long position = BookEventStorageEngine.position(trackingToken);
        BookStream stream = new BookStream(position, calling, committed, engine::page, streams::remove);
        streams.add(stream);
        return stream;
    }

    private final class CallingFor implements StreamableMessageSource<TrackedEventMessage<?>> {

        private final Predicate<EventMessage<?>> events;

        CallingFor(Predicate<EventMessage<?>> events) {
            this.events = events;
        }

        @Override
        public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
            return BookEventStore.this.openStream(trackingToken, events);
        }

        @Override
        public TrackingToken createTailToken() {
            return BookEventStore.this.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return BookEventStore.this.createHeadToken();
        }

        @Override
        public TrackingToken createTokenAt(Instant dateTime) {
            return BookEventStore.this.createTokenAt(dateTime);
        }

        @Override
        public TrackingToken createTokenSince(Duration duration) {
            return BookEventStore.this.createTokenSince(duration);
        }
    }
}
