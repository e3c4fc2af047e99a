package io.daybook.standalone.book;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's JDBC engine over the book: all that is written goes to the one writer, all that is read comes over connections that
 * only read. As the writer numbers the events there are no gaps, and a token is one number, the event's position.
 *
 * <p>An append waits for the disk itself, whether or not a transaction is open on its thread.
 */
final class BookEventStorageEngine extends JdbcEventStorageEngine {

    private static final Logger logger = LoggerFactory.getLogger(BookEventStorageEngine.class);

    private final GroupCommit commits;
    private final CommittedEvents committed;
    private final EventReader reader;
    private final EventUpcaster upcasters;
    private final PersistenceExceptionResolver duplicates;

    /** How messages are turned into rows and back. */
    record Format(Serializer events, Serializer snapshots, EventUpcaster upcasters, SnapshotFilter snapshotFilter) {}

    /** @param fetchSize how many events are read from disk at a time */
    BookEventStorageEngine(Book book, Format format, int fetchSize) {
        super(JdbcEventStorageEngine.builder()
                .connectionProvider(book.readers()::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(format.events())
                .snapshotSerializer(format.snapshots())
                .upcasterChain(format.upcasters())
                .snapshotFilter(format.snapshotFilter())
                .persistenceExceptionResolver(duplicates(book.dialect()))
                .batchSize(fetchSize));
        this.commits = book.commits();
        this.committed = book.committed();
        this.reader = new EventReader(book.readers());
        this.upcasters = format.upcasters();
        this.duplicates = duplicates(book.dialect());
    }

    private static PersistenceExceptionResolver duplicates(Dialect dialect) {
        return failure -> failure instanceof SQLException refused && dialect.isDuplicate(refused);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        EventAppend append = new EventAppend(events, serializer, committed);
        try {
            commits.write(append);
        } catch (NotWritten e) {
            if (e.getCause() instanceof Exception cause && duplicates.isDuplicateKeyViolation(cause)) {
                handlePersistenceException(cause, events.get(0));
            }
            throw new EventStoreException("%d events could not be appended".formatted(events.size()), e);
        }
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().put(BookConfiguration.POSITION, append.last());
        }
    }

    /** Does not wait: a snapshot only saves time, and the next one makes up for one that is lost. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        SnapshotWrite write = new SnapshotWrite(EventRow.of(snapshot, serializer));
        var unused = commits.submit(write).exceptionally(e -> {
            logger.warn(
                    "The snapshot of {} at {} could not be written",
                    snapshot.getAggregateIdentifier(),
                    snapshot.getSequenceNumber(),
                    e);
            return null;
        });
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return reader.snapshots(aggregateIdentifier).stream();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int limit) {
        return reader.ofAggregate(aggregateIdentifier, firstSequenceNumber, limit);
    }

    /** An aggregate's events have no gaps, so that a batch that is not full is the last. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int limit) {
        return reader.after(position(lastToken), limit);
    }

    /** The events after this position, as many as are read at a time. */
    EventPage page(long after) {
        List<TrackedDomainEventData<byte[]>> rows = reader.after(after, batchSize());
        if (rows.isEmpty()) {
            throw new EventStoreException("The book has no events after %d, and should have".formatted(after));
        }
        return new EventPage(
                position(rows.get(rows.size() - 1).trackingToken()),
                EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), getEventSerializer(), upcasters)
                        .iterator());
    }

    /** The event at this position. */
    Optional<TrackedEventMessage<?>> at(long position) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        reader.after(position - 1, 1).stream(), getEventSerializer(), upcasters)
                .<TrackedEventMessage<?>>map(event -> event)
                .findFirst();
    }

    /**
     * The position that a token stands for; 0, before the first event, when it is null.
     *
     * @throws IllegalArgumentException if it is another store's token
     */
    static long position(@Nullable TrackingToken token) {
        TrackingToken lowest = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (lowest == null) {
            return 0;
        }
        if (lowest instanceof GlobalSequenceTrackingToken sequence) {
            return sequence.getGlobalIndex();
        }
        throw new IllegalArgumentException("%s is not a token of this store".formatted(token));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return reader.lastSequenceNumber(aggregateIdentifier).stream().boxed().findFirst();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(reader.first().orElse(1) - 1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(committed.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        long head = committed.head();
        return new GlobalSequenceTrackingToken(reader.firstSince(dateTime).orElse(head + 1) - 1);
    }
}
