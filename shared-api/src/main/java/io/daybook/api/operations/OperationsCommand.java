package io.daybook.api.operations;

import io.daybook.api.Require;
import java.time.Duration;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What an operator can decide, each with a reason. Sent twice, each happens once. */
public sealed interface OperationsCommand {

    ControlsId controls();

    String reason();

    String by();

    /** Sends an instance nothing new, and has it end what it has begun; it goes on with the events that it works on. */
    record DrainInstance(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, InstanceName instance, String reason, String by)
            implements OperationsCommand {
        public DrainInstance {
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Takes an instance out: it is sent nothing new, ends what it has begun, and leaves event processing to others. */
    record DisableInstance(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, InstanceName instance, String reason, String by)
            implements OperationsCommand {
        public DisableInstance {
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Has an instance take part again. */
    record EnableInstance(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, InstanceName instance, String reason, String by)
            implements OperationsCommand {
        public EnableInstance {
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Changes how large a share of its service's commands an instance gets.
     *
     * @param loadFactor in relation to that of the others; {@value InstanceControl#USUAL_LOAD_FACTOR} unless somebody
     *                   says otherwise
     */
    record WeighInstance(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            InstanceName instance,
            int loadFactor,
            String reason,
            String by)
            implements OperationsCommand {
        public WeighInstance {
            Require.between("loadFactor", loadFactor, 1, InstanceControl.MOST_LOAD_FACTOR);
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Changes by which rule queries are given to instances. */
    record ChangeQueryStrategy(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            QueryStrategy strategy,
            String reason,
            String by)
            implements OperationsCommand {
        public ChangeQueryStrategy {
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Changes how fresh the stock is that the shop shows. */
    record ChangeStockConsistency(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            StockConsistency consistency,
            String reason,
            String by)
            implements OperationsCommand {
        public ChangeStockConsistency {
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Breaks something on purpose, from now on.
     *
     * @param fault    made by whoever sends the command
     * @param duration after which the fault ends by itself, 1 second to 1 hour
     */
    record InjectFault(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            FaultId fault,
            Fault what,
            Duration duration,
            String reason,
            String by)
            implements OperationsCommand {
        public InjectFault {
            Require.that(
                    duration != null && duration.toSeconds() >= 1 && duration.compareTo(Duration.ofHours(1)) <= 0,
                    "duration",
                    "must be between 1 s and 1 h");
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Ends a fault before its time. */
    record EndFault(@TargetAggregateIdentifier @RoutingKey ControlsId controls, FaultId fault, String reason, String by)
            implements OperationsCommand {
        public EndFault {
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Puts on record that personal data was shown. Sent twice it is on record twice: the record says how often somebody
     * looked, not whether.
     *
     * @param what the event, or the state, that holds it
     */
    record ShowPersonalData(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, String what, String reason, String by)
            implements OperationsCommand {
        public ShowPersonalData {
            what = Require.text("what", what, 300);
            reason = Require.text("reason", reason, 500);
        }
    }
}
