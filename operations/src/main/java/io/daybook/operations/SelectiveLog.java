package io.daybook.operations;

import java.util.function.Predicate;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;

/** A log that does not wake a reader for each event: one that is there for a tier's orders need not look at all the others at once. */
public interface SelectiveLog {

    /** The log, with streams that call their reader at once for these events only, and a little later for others. */
    StreamableMessageSource<TrackedEventMessage<?>> callingFor(Predicate<EventMessage<?>> events);

    /** The configuration's log, which calls at once for these events at least. */
    static StreamableMessageSource<TrackedEventMessage<?>> of(Configuration axon, Predicate<EventMessage<?>> events) {
        EventStore log = axon.eventStore();
        return log instanceof SelectiveLog selective ? selective.callingFor(events) : log;
    }
}
