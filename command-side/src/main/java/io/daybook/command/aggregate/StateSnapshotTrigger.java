package io.daybook.command.aggregate;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.modelling.command.AggregateLifecycle;

/**
 * Tells the events of commands from those that are read, also for an aggregate that has never been read because a command has
 * made it: Axon's triggers take all its events for read ones, and have their snapshots made when it is not locked any more.
 */
final class StateSnapshotTrigger implements SnapshotTrigger {

    private final SnapshotTrigger trigger;

    StateSnapshotTrigger(SnapshotTrigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public void eventHandled(EventMessage<?> event) {
        if (AggregateLifecycle.isLive()) {
            trigger.initializationFinished();
        }
        trigger.eventHandled(event);
    }

    @Override
    public void initializationFinished() {
        trigger.initializationFinished();
    }
}
