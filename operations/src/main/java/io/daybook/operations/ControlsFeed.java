package io.daybook.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.Steered;
import java.time.Clock;
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
    private final Clock clock;
    private Controls controls = Controls.USUAL;
    private Controls told = Controls.USUAL;
    private long next;

    ControlsFeed(EventStore events, List<Steered> steered, Duration every, Clock clock) {
        super("controls", every);
        this.events = events;
        this.steered = List.copyOf(steered);
        this.clock = clock;
    }

    @Override
    void round() {
        readOn();
        Controls now = controls.at(clock.instant());
        if (!now.equals(told)) {
            steered.forEach(each -> each.steer(now));
            told = now;
        }
    }

    private void readOn() {
        DomainEventStream stream = events.readEvents(ControlsId.ALL.value(), next);
        while (stream.hasNext()) {
            var event = stream.next();
            controls = controls.after((OperationsEvent) event.getPayload());
            next = event.getSequenceNumber() + 1;
        }
    }
}
