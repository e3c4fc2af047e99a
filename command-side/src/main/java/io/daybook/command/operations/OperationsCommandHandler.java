package io.daybook.command.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ChangeQueryStrategy;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceEnabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.OperationsEvent.QueryStrategyChanged;
import io.daybook.command.aggregate.Aggregates;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/** Takes operators' decisions to the record. */
final class OperationsCommandHandler {

    private final Aggregates<ControlPanel> panels;

    OperationsCommandHandler(Aggregates<ControlPanel> panels) {
        this.panels = panels;
    }

    @CommandHandler
    void handle(DisableInstance command) throws Exception {
        record(new InstanceDisabled(command.instance(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(EnableInstance command) throws Exception {
        record(new InstanceEnabled(command.instance(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(WeighInstance command) throws Exception {
        record(new InstanceWeighed(command.instance(), command.loadFactor(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(ChangeQueryStrategy command) throws Exception {
        record(new QueryStrategyChanged(command.strategy(), command.reason(), command.by()));
    }

    private void record(OperationsEvent decision) throws Exception {
        Optional<Aggregate<ControlPanel>> known = panels.find(ControlsId.ALL);
        if (known.isPresent()) {
            known.get().execute(panel -> panel.decide(decision));
        } else if (Controls.USUAL.changedBy(decision)) {
            panels.findOrOpen(ControlsId.ALL, ControlPanel::new).execute(panel -> panel.decide(decision));
        }
    }
}
