package io.daybook.api.operations;

import java.time.Instant;

/**
 * A fault that an operator has injected.
 *
 * @param from  when
 * @param until when it ends by itself, or was ended
 */
public record InjectedFault(FaultId id, Fault fault, Instant from, Instant until, String reason, String by) {

    InjectedFault endedAt(Instant end) {
        return end.isBefore(until) ? new InjectedFault(id, fault, from, end, reason, by) : this;
    }

    public boolean isActiveAt(Instant now) {
        return now.isBefore(until);
    }
}
