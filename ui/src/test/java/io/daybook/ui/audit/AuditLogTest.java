package io.daybook.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    private static final InstanceName ORDER_2 = new InstanceName("order-2");
    private static final FaultId FAULT = new FaultId("first");
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final AuditLog log = new AuditLog(events);
    private long sequence;

    private void decided(OperationsEvent event) {
        events.publish(new GenericDomainEventMessage<>("ControlPanel", ControlsId.ALL.value(), sequence++, event));
    }

    @Test
    void the_newest_decision_is_the_first_and_later_ones_are_found_as_well() {
        decided(new InstanceDisabled(ORDER_2, "slow", "olga"));
        assertThat(log.find("", 0, 10).entries()).extracting(AuditEntry::what).containsExactly("Took out order-2");

        decided(new InstanceWeighed(ORDER_2, 300, "a larger machine", "ines"));

        assertThat(log.find("", 0, 10).entries())
                .extracting(AuditEntry::what)
                .containsExactly("Gave order-2 load factor 300", "Took out order-2");
    }

    @Test
    void entries_are_found_by_who_what_and_why() {
        decided(new InstanceDisabled(ORDER_2, "slow", "olga"));
        decided(new InstanceWeighed(ORDER_2, 300, "a larger machine", "ines"));

        assertThat(log.find("OLGA", 0, 10).total()).isEqualTo(1);
        assertThat(log.find("larger", 0, 10).total()).isEqualTo(1);
        assertThat(log.find("order-2", 0, 10).total()).isEqualTo(2);
        assertThat(log.find("nobody", 0, 10).total()).isZero();
    }

    @Test
    void one_that_ends_a_fault_says_which() {
        decided(new FaultInjected(FAULT, new Fault.ViewPause("stock"), NOON, NOON.plusSeconds(60), "try", "olga"));
        decided(new FaultEnded(FAULT, NOON.plusSeconds(5), "seen enough", "olga"));

        assertThat(log.find("", 0, 10).entries())
                .extracting(AuditEntry::what)
                .containsExactly(
                        "Ended before its time: The view stock is paused",
                        "Injected for 60 s: The view stock is paused");
    }

    @Test
    void pages_follow_each_other() {
        for (int factor = 1; factor <= 5; factor++) {
            decided(new InstanceWeighed(ORDER_2, factor, "try", "olga"));
        }

        assertThat(log.find("", 1, 2).entries()).extracting(AuditEntry::number).containsExactly(2L, 1L);
        assertThat(log.find("", 3, 2).entries()).isEmpty();
    }
}
