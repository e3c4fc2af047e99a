package io.daybook.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsEvent;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What operators have decided, from the log. The decisions are one short stream, of which only what is new is read: no
 * view is needed, and none can be behind. For one thread.
 */
public final class Decisions {

    private final EventStore events;
    private final Clock clock;
    private Controls controls = Controls.USUAL;
    private long next;

    public Decisions(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** All that holds now. */
    public Controls now() {
        DomainEventStream stream = events.readEvents(ControlsId.ALL.value(), next);
        while (stream.hasNext()) {
            var event = stream.next();
            controls = controls.after((OperationsEvent) event.getPayload());
            next = event.getSequenceNumber() + 1;
        }
        return controls.at(clock.instant());
    }
}
