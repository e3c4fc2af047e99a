package io.daybook.api.operations;

import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.Remedy;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What an operator has decided. */
public sealed interface OperationsEvent {

    String reason();

    String by();

    /** Whether it changes the {@link Controls}; other decisions are only on record for those who act upon them. */
    default boolean steers() {
        return true;
    }

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

    /** Something that the auditor found is to be repaired. */
    @Revision("1")
    record RepairDecided(FindingId finding, Remedy remedy, String reason, String by) implements OperationsEvent {
        @Override
        public boolean steers() {
            return false;
        }
    }
}
