package io.daybook.standalone.book;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Axon's event store over the book. Its streams are woken at each commit and read what is newest from memory. */
final class BookEventStore extends AbstractEventStore {

    private final BookEventStorageEngine engine;
    private final CommittedEvents committed;
    private final Set<BookStream> streams = ConcurrentHashMap.newKeySet();

    BookEventStore(
            BookEventStorageEngine engine,
            Book book,
            MessageMonitor<? super EventMessage<?>> monitor,
            EventBusSpanFactory spans) {
        super(builder(engine, monitor, spans));
        this.engine = engine;
        this.committed = book.committed();
        book.commits().afterCommit(() -> streams.forEach(BookStream::wake));
    }

    private static Builder builder(
            BookEventStorageEngine engine, MessageMonitor<? super EventMessage<?>> monitor, EventBusSpanFactory spans) {
        Builder builder = new Builder() {}.storageEngine(engine).messageMonitor(monitor);
        builder.spanFactory(spans);
        return builder;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        long position = BookEventStorageEngine.position(trackingToken);
        BookStream stream = new BookStream(position, committed, engine::page, streams::remove);
        streams.add(stream);
        return stream;
    }
}
