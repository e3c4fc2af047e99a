package io.daybook.api.operations;

import io.daybook.api.Require;
import java.time.Duration;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What an operator can decide, each with a reason. Sent twice, each happens once. */
public sealed interface OperationsCommand {

    int MOST_SEGMENTS = 1024;

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

    /** Stops an event processor on all instances, until somebody starts it. */
    record StopProcessor(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            ProcessorName processor,
            String reason,
            String by)
            implements OperationsCommand {
        public StopProcessor {
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Has an event processor run again, on all instances that take part. */
    record StartProcessor(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            ProcessorName processor,
            String reason,
            String by)
            implements OperationsCommand {
        public StartProcessor {
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Has an instance do something with a segment of an event processor, once.
     *
     * @param action  made by whoever sends the command
     * @param segment from 0 on
     */
    record SteerSegment(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            SegmentActionId action,
            InstanceName instance,
            ProcessorName processor,
            int segment,
            SegmentAction what,
            String reason,
            String by)
            implements OperationsCommand {
        public SteerSegment {
            Require.between("segment", segment, 0, MOST_SEGMENTS - 1);
            Require.that(what != null, "action", "must be SPLIT, MERGE or RELEASE");
            Require.that(
                    what == SegmentAction.RELEASE || processor.isDivisible(),
                    "processor",
                    "must be fulfilment or payment-gateway to be split or merged: one worker does all of %s, in the order of the log"
                            .formatted(processor));
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Changes from which spend on customers are VIPs.
     *
     * @param vipFrom in pounds, more than nothing
     */
    record ChangeTierThreshold(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, Money vipFrom, String reason, String by)
            implements OperationsCommand {
        public ChangeTierThreshold {
            Require.that(
                    vipFrom != null
                            && vipFrom.isPositive()
                            && vipFrom.getCurrencyUnit().equals(CurrencyUnit.GBP),
                    "vipFrom",
                    "must be an amount in pounds, and more than nothing");
            reason = Require.text("reason", reason, 500);
        }
    }
}
