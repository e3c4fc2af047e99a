package io.daybook.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsEvent;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Follows what operators decide, in the log, and has all that is steered here act upon it. The decisions are one short
 * stream, of which only what is new is read: no view is needed, and none can be behind.
 */
final class ControlsFeed extends Repeated {

    private final EventStore events;
    private final List<Steered> steered;
    private Controls controls = Controls.USUAL;
    private long next;
    private boolean told = true;

    ControlsFeed(EventStore events, List<Steered> steered, Duration every) {
        super("controls", every);
        this.events = events;
        this.steered = List.copyOf(steered);
    }

    @Override
    void round() {
        if (readOn()) {
            told = false;
        }
        if (!told) {
            steered.forEach(each -> each.steer(controls));
            told = true;
        }
    }

    /** Whether there was something new. */
    private boolean readOn() {
        DomainEventStream stream = events.readEvents(ControlsId.ALL.value(), next);
        boolean changed = false;
        while (stream.hasNext()) {
            var event = stream.next();
            controls = controls.after((OperationsEvent) event.getPayload());
            next = event.getSequenceNumber() + 1;
            changed = true;
        }
        return changed;
    }
}
