package io.daybook.command.aggregate;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores as a snapshot the state that an aggregate has in memory once the command has committed by which a snapshot became due,
 * and while it is still locked. Axon's snapshotter reads its events again, each of them once: at full load a fortieth of the
 * process's time. What became due because many events had to be read is left to that, since the lock has gone by then.
 */
final class StateSnapshotter implements Snapshotter {

    private static final Logger logger = LoggerFactory.getLogger(StateSnapshotter.class);

    private final AggregateCache kept;
    private final EventStore log;
    private final Snapshotter reading;

    /**
     * @param kept    the cache of the aggregates
     * @param log     which has written the state down when it says that it has stored it
     * @param reading makes snapshots from the log
     */
    StateSnapshotter(AggregateCache kept, EventStore log, Snapshotter reading) {
        this.kept = kept;
        this.log = log;
        this.reading = reading;
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String aggregateIdentifier) {
        if (isCommandUnderWay()) {
            CurrentUnitOfWork.get().afterCommit(command -> store(aggregateType, aggregateIdentifier));
        } else {
            reading.scheduleSnapshot(aggregateType, aggregateIdentifier);
        }
    }

    private static boolean isCommandUnderWay() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().phase().isBefore(UnitOfWork.Phase.COMMIT);
    }

    private void store(Class<?> type, String id) {
        kept.find(id).ifPresentOrElse(this::store, () -> reading.scheduleSnapshot(type, id));
    }

    /** Fails in silence to whoever sent the command, which has committed; the next snapshot makes up for it. */
    private void store(EventSourcedAggregate<?> aggregate) {
        try {
            log.storeSnapshot(new GenericDomainEventMessage<>(
                    aggregate.type(),
                    aggregate.identifierAsString(),
                    aggregate.version(),
                    aggregate.getAggregateRoot()));
        } catch (RuntimeException failure) {
            logger.warn("The snapshot of {} could not be stored", aggregate.identifierAsString(), failure);
        }
    }
}
