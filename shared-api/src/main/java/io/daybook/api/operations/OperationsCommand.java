package io.daybook.api.operations;

import io.daybook.api.Require;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What an operator can decide, each with a reason. Sent twice, each happens once. */
public sealed interface OperationsCommand {

    ControlsId controls();

    String reason();

    String by();

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
}
