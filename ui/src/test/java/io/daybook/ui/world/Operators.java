package io.daybook.ui.world;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.InstanceControl;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.ProcessorStarted;
import io.daybook.api.operations.OperationsEvent.ProcessorStopped;
import io.daybook.api.operations.OperationsEvent.SegmentSteered;
import io.daybook.api.view.ViewQuery.FindViewCopies;
import io.daybook.api.view.ViewQuery.ViewCopies;
import io.daybook.api.view.ViewQuery.ViewCopyList;
import io.daybook.operations.ReportingInstance;
import io.daybook.operations.ReportingInstances;
import io.daybook.operations.SegmentWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.queryhandling.QueryHandler;

/** What operators see and decide: one instance, and the decisions in the order in which they came. */
public final class Operators implements ReportingInstances {

    private final List<OperationsCommand> decisions = new CopyOnWriteArrayList<>();
    private final List<ViewCopies> copies = new CopyOnWriteArrayList<>();
    private final Configuration axon;
    private long recorded;

    private record OnlyInstance(InstanceName instance, Configuration axon) implements ReportingInstance {
        @Override
        public String service() {
            return "order";
        }

        @Override
        public Instant startedAt() {
            return Instant.EPOCH;
        }

        @Override
        public InstanceControl control() {
            return InstanceControl.USUAL;
        }

        @Override
        public SegmentWork segmentWork() {
            return new SegmentWork(instance, startedAt(), this::axon, Clock.systemUTC());
        }
    }

    Operators(Configuration axon) {
        this.axon = axon;
    }

    @CommandHandler
    void handle(OperationsCommand.DisableInstance command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.EnableInstance command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.WeighInstance command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.ChangeQueryStrategy command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.RetryDeadLetters command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.DropDeadLetters command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.DrainInstance command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.InjectFault command) {
        decisions.add(command);
        Instant now = Instant.now();
        record(new FaultInjected(
                command.fault(), command.what(), now, now.plus(command.duration()), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(OperationsCommand.EndFault command) {
        decisions.add(command);
        record(new FaultEnded(command.fault(), Instant.now(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(OperationsCommand.ShowPersonalData command) {
        decisions.add(command);
    }

    /** Puts a decision into the log, where those whom it concerns find it. */
    private synchronized void record(OperationsEvent event) {
        axon.eventBus()
                .publish(new GenericDomainEventMessage<>("ControlPanel", ControlsId.ALL.value(), recorded++, event));
    }

    @CommandHandler
    void handle(OperationsCommand.ChangeStockConsistency command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.RebuildView command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.GoBack command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.PauseRebuild command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.ResumeRebuild command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.CancelRebuild command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.SwapView command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.DismissCopy command) {
        decisions.add(command);
    }

    @QueryHandler
    ViewCopyList handle(FindViewCopies query) {
        return new ViewCopyList(copies);
    }

    /** What there is of views from now on. */
    public void has(ViewCopies... views) {
        copies.clear();
        copies.addAll(List.of(views));
    }

    @CommandHandler
    void handle(OperationsCommand.RepairDrift command) {
        decisions.add(command);
    }

    @CommandHandler
    void handle(OperationsCommand.StopProcessor command) {
        decisions.add(command);
        record(new ProcessorStopped(command.processor(), Instant.now(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(OperationsCommand.StartProcessor command) {
        decisions.add(command);
        record(new ProcessorStarted(command.processor(), Instant.now(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(OperationsCommand.SteerSegment command) {
        decisions.add(command);
        record(new SegmentSteered(
                command.action(),
                command.instance(),
                command.processor(),
                command.segment(),
                command.what(),
                Instant.now(),
                command.reason(),
                command.by()));
    }

    public List<OperationsCommand> decisions() {
        return decisions;
    }

    @Override
    public List<ReportingInstance> reporting() {
        return List.of(new OnlyInstance(new InstanceName("order-1"), axon));
    }
}
