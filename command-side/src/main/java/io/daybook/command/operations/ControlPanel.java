package io.daybook.command.operations;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The decisions of operators. One that would change something and does not is not recorded. */
final class ControlPanel {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private ControlsId id = ControlsId.ALL;

    private Controls controls = Controls.USUAL;

    void decide(OperationsEvent decision) {
        if (!decision.steers() || !controls.after(decision).equals(controls)) {
            RebuildPolicy.check(decision, controls);
            apply(decision);
        } else {
            RebuildPolicy.checkUnchanged(decision, controls);
        }
    }

    @EventSourcingHandler
    void on(OperationsEvent event) {
        id = ControlsId.ALL;
        controls = controls.after(event);
    }
}
