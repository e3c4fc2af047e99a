package io.daybook.ui.audit;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The decisions of operators as the log has them. What has been read is kept: each look reads only what is new. */
final class AuditLog {

    private final EventStore events;
    private final List<AuditEntry> read = new ArrayList<>();
    private final Map<FaultId, Fault> injected = new HashMap<>();

    AuditLog(EventStore events) {
        this.events = events;
    }

    /**
     * Some of the entries, the newest first.
     *
     * @param entries of this page
     * @param total   number of all
     */
    record AuditPage(List<AuditEntry> entries, int total) {}

    /**
     * Entries that have a text in them.
     *
     * @param text may be empty
     * @param page from 0 on
     */
    synchronized AuditPage find(String text, int page, int size) {
        readOn();
        List<AuditEntry> found =
                new ArrayList<>(read.stream().filter(entry -> entry.has(text)).toList());
        Collections.reverse(found);
        return new AuditPage(found.stream().skip((long) page * size).limit(size).toList(), found.size());
    }

    private void readOn() {
        DomainEventStream stream = events.readEvents(ControlsId.ALL.value(), read.size());
        while (stream.hasNext()) {
            var event = stream.next();
            OperationsEvent decision = (OperationsEvent) event.getPayload();
            if (decision instanceof FaultInjected fault) {
                injected.put(fault.fault(), fault.what());
            }
            read.add(AuditEntry.of(event.getSequenceNumber(), event.getTimestamp(), decision, injected));
        }
    }
}
