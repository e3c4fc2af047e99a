package io.daybook.api.operations;

import org.axonframework.serialization.Revision;

/** What an operator has decided. */
public sealed interface OperationsEvent {

    String reason();

    String by();

    @Revision("1")
    record InstanceDisabled(InstanceName instance, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record InstanceEnabled(InstanceName instance, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record InstanceWeighed(InstanceName instance, int loadFactor, String reason, String by)
            implements OperationsEvent {}

    @Revision("1")
    record QueryStrategyChanged(QueryStrategy strategy, String reason, String by) implements OperationsEvent {}
}
