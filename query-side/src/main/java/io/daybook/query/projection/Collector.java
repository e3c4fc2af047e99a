package io.daybook.query.projection;

import java.time.Instant;
import org.axonframework.eventhandling.TrackingToken;

/** Takes the events of a view from its event handlers. */
@FunctionalInterface
public interface Collector<E> {

    /** Remembers an event for the end of the batch that is being processed. */
    void collect(E event, Instant at, TrackingToken token);
}
