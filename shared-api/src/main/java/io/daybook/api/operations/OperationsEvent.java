package io.daybook.api.operations;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** What an operator has decided. */
public sealed interface OperationsEvent {

    String reason();

    String by();

    @Revision("1")
    record InstanceDisabled(InstanceName instance, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record InstanceDrained(InstanceName instance, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record InstanceEnabled(InstanceName instance, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record InstanceWeighed(InstanceName instance, int loadFactor, String reason, String by)
            implements OperationsEvent {}

    @Revision("1")
    record QueryStrategyChanged(QueryStrategy strategy, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record StockConsistencyChanged(StockConsistency consistency, String reason, String by) implements OperationsEvent {}

    /** @param until when the fault ends by itself, unless somebody ends it before */
    @Revision("1")
    record FaultInjected(FaultId fault, Fault what, Instant from, Instant until, String reason, String by)
            implements OperationsEvent {}

    @Revision("1")
    record FaultEnded(FaultId fault, Instant at, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record ProcessorStopped(ProcessorName processor, Instant at, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record ProcessorStarted(ProcessorName processor, Instant at, String reason, String by) implements OperationsEvent {}

    /** @param at an instance that was started later does not do it */
    @Revision("1")
    record SegmentSteered(
            SegmentActionId action,
            InstanceName instance,
            ProcessorName processor,
            int segment,
            SegmentAction what,
            Instant at,
            String reason,
            String by)
            implements OperationsEvent {}

    /** @param vipFrom customers who have spent so much are VIPs */
    @Revision("1")
    record TierThresholdChanged(Money vipFrom, String reason, String by) implements OperationsEvent {}
}
