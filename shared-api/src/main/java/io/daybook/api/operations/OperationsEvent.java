package io.daybook.api.operations;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

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
    record DeadLettersRetried(String group, String sequence, String reason, String by)
            implements OperationsEvent, DeadLetterDecision {}

    /** @param letter the identifier of the event that was given up; all of the sequence when missing */
    @Revision("1")
    record DeadLetterDropped(
            String group, String sequence, @Nullable String letter, String reason, String by)
            implements OperationsEvent, DeadLetterDecision {}
}
