package io.daybook.command.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.CancelRebuild;
import io.daybook.api.operations.OperationsCommand.ChangeQueryStrategy;
import io.daybook.api.operations.OperationsCommand.ChangeStockConsistency;
import io.daybook.api.operations.OperationsCommand.ChangeTierThreshold;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.DismissCopy;
import io.daybook.api.operations.OperationsCommand.DrainInstance;
import io.daybook.api.operations.OperationsCommand.DropDeadLetters;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.EndFault;
import io.daybook.api.operations.OperationsCommand.GoBack;
import io.daybook.api.operations.OperationsCommand.InjectFault;
import io.daybook.api.operations.OperationsCommand.PauseRebuild;
import io.daybook.api.operations.OperationsCommand.RebuildView;
import io.daybook.api.operations.OperationsCommand.RecordRebuildFailure;
import io.daybook.api.operations.OperationsCommand.RecordSwap;
import io.daybook.api.operations.OperationsCommand.RepairDrift;
import io.daybook.api.operations.OperationsCommand.ResumeRebuild;
import io.daybook.api.operations.OperationsCommand.RetryDeadLetters;
import io.daybook.api.operations.OperationsCommand.SetServiceLevel;
import io.daybook.api.operations.OperationsCommand.ShareCapacity;
import io.daybook.api.operations.OperationsCommand.ShowPersonalData;
import io.daybook.api.operations.OperationsCommand.StartProcessor;
import io.daybook.api.operations.OperationsCommand.SteerSegment;
import io.daybook.api.operations.OperationsCommand.StopProcessor;
import io.daybook.api.operations.OperationsCommand.SwapView;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.CapacityShared;
import io.daybook.api.operations.OperationsEvent.DeadLetterDropped;
import io.daybook.api.operations.OperationsEvent.DeadLettersRetried;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceDrained;
import io.daybook.api.operations.OperationsEvent.InstanceEnabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.OperationsEvent.PersonalDataShown;
import io.daybook.api.operations.OperationsEvent.ProcessorStarted;
import io.daybook.api.operations.OperationsEvent.ProcessorStopped;
import io.daybook.api.operations.OperationsEvent.QueryStrategyChanged;
import io.daybook.api.operations.OperationsEvent.RepairDecided;
import io.daybook.api.operations.OperationsEvent.SegmentSteered;
import io.daybook.api.operations.OperationsEvent.ServiceLevelSet;
import io.daybook.api.operations.OperationsEvent.StockConsistencyChanged;
import io.daybook.api.operations.OperationsEvent.TierThresholdChanged;
import io.daybook.api.operations.OperationsEvent.ViewCopyDismissed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildCancelled;
import io.daybook.api.operations.OperationsEvent.ViewRebuildFailed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildPaused;
import io.daybook.api.operations.OperationsEvent.ViewRebuildResumed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewReturnStarted;
import io.daybook.api.operations.OperationsEvent.ViewSwapRequested;
import io.daybook.api.operations.OperationsEvent.ViewSwapped;
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
    void handle(RebuildView command) throws Exception {
        record(new ViewRebuildStarted(
                command.rebuild(),
                command.view(),
                command.from(),
                command.swapWhenEqual(),
                command.reason(),
                command.by()));
    }

    @CommandHandler
    void handle(GoBack command) throws Exception {
        record(new ViewReturnStarted(
                command.rebuild(), command.view(), command.swapWhenEqual(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(PauseRebuild command) throws Exception {
        record(new ViewRebuildPaused(command.rebuild(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(ResumeRebuild command) throws Exception {
        record(new ViewRebuildResumed(command.rebuild(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(CancelRebuild command) throws Exception {
        record(new ViewRebuildCancelled(command.rebuild(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(SwapView command) throws Exception {
        record(new ViewSwapRequested(command.rebuild(), command.evenIfDifferent(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(RecordSwap command) throws Exception {
        record(new ViewSwapped(
                command.rebuild(),
                command.view(),
                command.copy(),
                command.position(),
                command.documents(),
                command.differences(),
                command.reason(),
                command.by()));
    }

    @CommandHandler
    void handle(RecordRebuildFailure command) throws Exception {
        record(new ViewRebuildFailed(command.rebuild(), command.view(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(DismissCopy command) throws Exception {
        record(new ViewCopyDismissed(command.view(), command.copy(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(RetryDeadLetters command) throws Exception {
        record(new DeadLettersRetried(command.group(), command.sequence(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(DropDeadLetters command) throws Exception {
        record(new DeadLetterDropped(
                command.group(), command.sequence(), command.letter(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(RepairDrift command) throws Exception {
        record(new RepairDecided(command.finding(), command.remedy(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(ShowPersonalData command) throws Exception {
        record(new PersonalDataShown(command.what(), command.reason(), command.by()));
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

    @CommandHandler
    void handle(ShareCapacity command) throws Exception {
        record(new CapacityShared(command.plan(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(SetServiceLevel command) throws Exception {
        record(new ServiceLevelSet(command.tier(), command.level(), command.reason(), command.by()));
    }

    private void record(OperationsEvent decision) throws Exception {
        Optional<Aggregate<ControlPanel>> known = panels.find(ControlsId.ALL);
        if (known.isPresent()) {
            known.get().execute(panel -> panel.decide(decision));
        } else if (!decision.steers() || !Controls.USUAL.after(decision).equals(Controls.USUAL)) {
            panels.findOrOpen(ControlsId.ALL, ControlPanel::new).execute(panel -> panel.decide(decision));
        }
    }
}
