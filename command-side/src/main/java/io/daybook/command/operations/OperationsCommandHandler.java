package io.daybook.command.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ChangeQueryStrategy;
import io.daybook.api.operations.OperationsCommand.ChangeStockConsistency;
import io.daybook.api.operations.OperationsCommand.ChangeTierThreshold;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.DrainInstance;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.EndFault;
import io.daybook.api.operations.OperationsCommand.InjectFault;
import io.daybook.api.operations.OperationsCommand.StartProcessor;
import io.daybook.api.operations.OperationsCommand.SteerSegment;
import io.daybook.api.operations.OperationsCommand.StopProcessor;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceDrained;
import io.daybook.api.operations.OperationsEvent.InstanceEnabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.OperationsEvent.ProcessorStarted;
import io.daybook.api.operations.OperationsEvent.ProcessorStopped;
import io.daybook.api.operations.OperationsEvent.QueryStrategyChanged;
import io.daybook.api.operations.OperationsEvent.SegmentSteered;
import io.daybook.api.operations.OperationsEvent.StockConsistencyChanged;
import io.daybook.api.operations.OperationsEvent.TierThresholdChanged;
import io.daybook.command.aggregate.Aggregates;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/** Takes operators' decisions to the record. */
final class OperationsCommandHandler {

    private final Aggregates<ControlPanel> panels;
    private final Clock clock;

    OperationsCommandHandler(Aggregates<ControlPanel> panels, Clock clock) {
        this.panels = panels;
        this.clock = clock;
    }

    @CommandHandler
    void handle(DisableInstance command) throws Exception {
        record(new InstanceDisabled(command.instance(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(DrainInstance command) throws Exception {
        record(new InstanceDrained(command.instance(), command.reason(), command.by()));
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

    @CommandHandler
    void handle(ChangeStockConsistency command) throws Exception {
        record(new StockConsistencyChanged(command.consistency(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(InjectFault command) throws Exception {
        Instant now = clock.instant();
        record(new FaultInjected(
                command.fault(), command.what(), now, now.plus(command.duration()), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(EndFault command) throws Exception {
        record(new FaultEnded(command.fault(), clock.instant(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(StopProcessor command) throws Exception {
        record(new ProcessorStopped(command.processor(), clock.instant(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(StartProcessor command) throws Exception {
        record(new ProcessorStarted(command.processor(), clock.instant(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(SteerSegment command) throws Exception {
        record(new SegmentSteered(
                command.action(),
                command.instance(),
                command.processor(),
                command.segment(),
                command.what(),
                clock.instant(),
                command.reason(),
                command.by()));
    }

    @CommandHandler
    void handle(ChangeTierThreshold command) throws Exception {
        record(new TierThresholdChanged(command.vipFrom(), command.reason(), command.by()));
    }

    private void record(OperationsEvent decision) throws Exception {
        Optional<Aggregate<ControlPanel>> known = panels.find(ControlsId.ALL);
        if (known.isPresent()) {
            known.get().execute(panel -> panel.decide(decision));
        } else if (!Controls.USUAL.after(decision).equals(Controls.USUAL)) {
            panels.findOrOpen(ControlsId.ALL, ControlPanel::new).execute(panel -> panel.decide(decision));
        }
    }
}
