package io.daybook.ui.experiments;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.EndFault;
import io.daybook.api.operations.OperationsCommand.InjectFault;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
import io.daybook.ui.experiments.Run.PutBack;
import io.daybook.ui.experiments.Run.PutBack.Kind;
import java.time.Duration;

/**
 * Changes what operators change, in the name of the one who began the run. What there is to be put back is on record before
 * anything is changed, so that it is put back also when this process does not live to do it.
 */
final class Steering {

    private final Sending commands;
    private final Progress progress;
    private final Runnable record;
    private final String by;
    private final String reason;

    /** @param record puts the run on record before it returns */
    Steering(Sending commands, Progress progress, Runnable record) {
        this.commands = commands;
        this.progress = progress;
        this.record = record;
        Run run = progress.now();
        this.by = run.by();
        String text = "experiment %s: %s".formatted(run.experiment(), run.reason());
        this.reason = text.length() > 500 ? text.substring(0, 500) : text;
    }

    void disable(InstanceName instance) {
        remember(new PutBack(Kind.ENABLE, instance.value(), 0));
        commands.send(new DisableInstance(ControlsId.ALL, instance, reason, by));
    }

    void weigh(InstanceName instance, int before, int loadFactor) {
        remember(new PutBack(Kind.WEIGH, instance.value(), before));
        commands.send(new WeighInstance(ControlsId.ALL, instance, loadFactor, reason, by));
    }

    /** @param longest after which the fault ends by itself, whatever becomes of this process */
    FaultId inject(Fault what, Duration longest) {
        FaultId fault = FaultId.next();
        remember(new PutBack(Kind.END_FAULT, fault.value(), 0));
        commands.send(new InjectFault(ControlsId.ALL, fault, what, longest, reason, by));
        return fault;
    }

    void end(FaultId fault) {
        putBack(new PutBack(Kind.END_FAULT, fault.value(), 0));
    }

    private void remember(PutBack change) {
        progress.willPutBack(change);
        record.run();
    }

    void putBack(PutBack change) {
        commands.send(
                switch (change.kind()) {
                    case ENABLE -> new EnableInstance(ControlsId.ALL, new InstanceName(change.target()), reason, by);
                    case WEIGH ->
                        new WeighInstance(
                                ControlsId.ALL, new InstanceName(change.target()), change.value(), reason, by);
                    case END_FAULT -> new EndFault(ControlsId.ALL, new FaultId(change.target()), reason, by);
                });
        progress.isBack(change);
    }
}
