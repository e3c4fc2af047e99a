package io.daybook.ui.audit;

import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
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
import io.daybook.ui.faults.FaultText;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * One decision of an operator.
 *
 * @param number of the decision, from 0 on, in the order in which they were made
 * @param event  name of the event that it is in the log
 * @param what   it was, in words
 */
record AuditEntry(long number, Instant at, String event, String what, String by, String reason) {

    /** @param injected faults that were injected before, by their ids */
    static AuditEntry of(long number, Instant at, OperationsEvent event, Map<FaultId, Fault> injected) {
        return new AuditEntry(
                number, at, event.getClass().getSimpleName(), what(event, injected), event.by(), event.reason());
    }

    private static String what(OperationsEvent event, Map<FaultId, Fault> injected) {
        // A switch over patterns would say the same, from Java 21 on.
        if (event instanceof InstanceDisabled disabled) {
            return "Took out %s".formatted(disabled.instance());
        } else if (event instanceof InstanceDrained drained) {
            return "Drained %s".formatted(drained.instance());
        } else if (event instanceof InstanceEnabled enabled) {
            return "Let %s take part".formatted(enabled.instance());
        } else if (event instanceof InstanceWeighed weighed) {
            return "Gave %s load factor %d".formatted(weighed.instance(), weighed.loadFactor());
        } else if (event instanceof QueryStrategyChanged changed) {
            return "Changed who is asked queries: %s".formatted(words(changed.strategy()));
        } else if (event instanceof StockConsistencyChanged changed) {
            return "Changed how fresh the stock is in the shop: %s".formatted(words(changed.consistency()));
        } else if (event instanceof FaultInjected fault) {
            return "Injected for %d s: %s"
                    .formatted(
                            Duration.between(fault.from(), fault.until()).toSeconds(),
                            FaultText.describe(fault.what()));
        } else if (event instanceof FaultEnded ended) {
            Fault fault = injected.get(ended.fault());
            return "Ended before its time: %s"
                    .formatted(fault == null ? "fault " + ended.fault() : FaultText.describe(fault));
        } else if (event instanceof ProcessorStopped stopped) {
            return "Stopped event processor %s".formatted(stopped.processor());
        } else if (event instanceof ProcessorStarted started) {
            return "Started event processor %s".formatted(started.processor());
        } else if (event instanceof SegmentSteered steered) {
            return "Had %s %s segment %d of %s"
                    .formatted(steered.instance(), words(steered.what()), steered.segment(), steered.processor());
        } else if (event instanceof TierThresholdChanged changed) {
            return "Changed from which spend on customers are VIPs: %s".formatted(changed.vipFrom());
        } else if (event instanceof CapacityShared shared) {
            return "Changed how capacity is shared: %s".formatted(words(shared.plan()));
        } else if (event instanceof ServiceLevelSet set) {
            return "Changed what %s orders are promised: %d %% confirmed within %d ms"
                    .formatted(
                            words(set.tier()),
                            set.level().percent(),
                            set.level().millis());
        }
        if (event instanceof DeadLettersRetried retried) {
            return "Had dead letters of %s tried again: %s".formatted(retried.group(), retried.sequence());
        } else if (event instanceof DeadLetterDropped dropped) {
            return "Gave up %s of %s: %s"
                    .formatted(
                            dropped.letter() == null ? "all dead letters" : "dead letter " + dropped.letter(),
                            dropped.group(),
                            dropped.sequence());
        }
        if (event instanceof RepairDecided repair) {
            return "Had a difference repaired: %s, %s".formatted(repair.finding(), words(repair.remedy()));
        }
        if (event instanceof PersonalDataShown shown) {
            return "Was shown personal data: %s".formatted(shown.what());
        }
        return RebuildText.what(event);
    }

    private static String words(CapacityPlan plan) {
        String shares = "VIP orders %d %%, standard ones %d %%".formatted(plan.vip(), plan.standard());
        return plan.automatic()
                ? "%s, which follow the waits between %d and %d %%".formatted(shares, plan.least(), plan.most())
                : shares;
    }

    private static String words(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether a text occurs in it, whatever the case of its letters. */
    boolean has(String text) {
        return "%s %s %s %s"
                .formatted(event, what, by, reason)
                .toLowerCase(Locale.ROOT)
                .contains(text.toLowerCase(Locale.ROOT));
    }
}
