package io.daybook.api.operations;

import java.time.Instant;
import org.axonframework.serialization.Revision;

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

    /** @param what the event, or the state, of which somebody who does not usually see personal data was shown it */
    @Revision("1")
    record PersonalDataShown(String what, String reason, String by) implements OperationsEvent {}
}
