package io.daybook.query.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Events that were put aside, as the log has them now. */
record LateEvents(EventStore log) {

    /**
     * The event as if it had come with the decision: of documents that have gone on without it, each reflects it from then on,
     * and a batch that is seen again finds that it does.
     */
    EventMessage<?> read(Letter letter, TrackingToken now) {
        return log.readEvents(letter.stream(), letter.sequence())
                .asStream()
                .findFirst()
                .<EventMessage<?>>map(event -> new GenericTrackedDomainEventMessage<>(now, event))
                .orElseThrow(() ->
                        new EventStoreException("%s has no event %d".formatted(letter.stream(), letter.sequence())));
    }
}
