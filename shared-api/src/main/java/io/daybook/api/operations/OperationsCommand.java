package io.daybook.api.operations;

import io.daybook.api.Require;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.Remedy;
import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What an operator can decide, each with a reason. Sent twice, each happens once. */
public sealed interface OperationsCommand {

    /** What views are called. */
    Pattern VIEW = Pattern.compile("[a-z][a-z-]{0,39}");

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
     * Makes a copy of a view from the log, beside the live one.
     *
     * @param from          entries that last changed before are taken over as they are; null to make all anew
     * @param swapWhenEqual whether it takes the place of the live copy as soon as it is found equal
     */
    record RebuildView(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            RebuildId rebuild,
            String view,
            @Nullable Instant from,
            boolean swapWhenEqual,
            String reason,
            String by)
            implements OperationsCommand {
        public RebuildView {
            Require.matching("view", view, VIEW, "must be the name of a view");
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Has a rebuild rest where it is. */
    record PauseRebuild(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, RebuildId rebuild, String reason, String by)
            implements OperationsCommand {
        public PauseRebuild {
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Has a rebuild go on. */
    record ResumeRebuild(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, RebuildId rebuild, String reason, String by)
            implements OperationsCommand {
        public ResumeRebuild {
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Ends a rebuild; what it has made is thrown away. */
    record CancelRebuild(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, RebuildId rebuild, String reason, String by)
            implements OperationsCommand {
        public CancelRebuild {
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Has the copy take the place of the live one, once it is compared.
     *
     * @param evenIfDifferent whether also when there are differences
     */
    record SwapView(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            RebuildId rebuild,
            boolean evenIfDifferent,
            String reason,
            String by)
            implements OperationsCommand {
        public SwapView {
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Brings the copy that was live before up to date, so that it can take its place again.
     *
     * @param swapWhenEqual whether it does as soon as it is found equal
     */
    record GoBack(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            RebuildId rebuild,
            String view,
            boolean swapWhenEqual,
            String reason,
            String by)
            implements OperationsCommand {
        public GoBack {
            Require.matching("view", view, VIEW, "must be the name of a view");
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Throws away the copy that was live before. */
    record DismissCopy(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            String view,
            String copy,
            String reason,
            String by)
            implements OperationsCommand {
        public DismissCopy {
            Require.matching("view", view, VIEW, "must be the name of a view");
            Require.text("copy", copy, 80);
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Puts on record what has been done. */
    record RecordSwap(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            RebuildId rebuild,
            String view,
            String copy,
            long position,
            long documents,
            long differences,
            String reason,
            String by)
            implements OperationsCommand {
        public RecordSwap {
            Require.matching("view", view, VIEW, "must be the name of a view");
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Puts on record that a rebuild has ended without a copy, and why. */
    record RecordRebuildFailure(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            RebuildId rebuild,
            String view,
            String reason,
            String by)
            implements OperationsCommand {
        public RecordRebuildFailure {
            Require.matching("view", view, VIEW, "must be the name of a view");
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Has the events of a sequence handled that were put aside, in their order, up to the first that fails again.
     *
     * @param group    the processing group that put them aside
     * @param sequence whose they are: an order for example
     */
    record RetryDeadLetters(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            String group,
            String sequence,
            String reason,
            String by)
            implements OperationsCommand {
        public RetryDeadLetters {
            Require.matching("group", group, Fault.NAME, "must name a processing group");
            sequence = Require.text("sequence", sequence, 200);
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Gives up an event that was put aside. Those behind it are then handled.
     *
     * @param letter the event's identifier; all of the sequence when missing
     */
    record DropDeadLetters(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            String group,
            String sequence,
            @Nullable String letter,
            String reason,
            String by)
            implements OperationsCommand {
        public DropDeadLetters {
            Require.matching("group", group, Fault.NAME, "must name a processing group");
            sequence = Require.text("sequence", sequence, 200);
            reason = Require.text("reason", reason, 500);
        }
    }

    /** Has something repaired that the auditor found. Sent twice it is on record twice, and repaired once. */
    record RepairDrift(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            FindingId finding,
            Remedy remedy,
            String reason,
            String by)
            implements OperationsCommand {
        public RepairDrift {
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

    int MOST_SEGMENTS = 1024;

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

    /** Changes how capacity is shared between the tiers, everywhere and at once; who holds more than that goes on to until done. */
    record ShareCapacity(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls, CapacityPlan plan, String reason, String by)
            implements OperationsCommand {
        public ShareCapacity {
            reason = Require.text("reason", reason, 500);
        }
    }

    /**
     * Changes what orders of a tier are promised.
     *
     * @param level within one of {@link FiguresQuery#LATENCY_BOUNDS}, by which orders are counted
     */
    record SetServiceLevel(
            @TargetAggregateIdentifier @RoutingKey ControlsId controls,
            Tier tier,
            ServiceLevel level,
            String reason,
            String by)
            implements OperationsCommand {
        public SetServiceLevel {
            Require.that(
                    FiguresQuery.LATENCY_BOUNDS.contains(level.millis()),
                    "millis",
                    "must be one of " + FiguresQuery.LATENCY_BOUNDS);
            reason = Require.text("reason", reason, 500);
        }
    }
}
