package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.InstanceControl;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.Participation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ControlsFeedTest {

    private static final InstanceName ORDER_2 = new InstanceName("order-2");

    private final EventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<Controls> heard = new CopyOnWriteArrayList<>();
    private final ControlsFeed feed = new ControlsFeed(decisions(), List.of(heard::add), Duration.ofMillis(5));
    private long sequence;

    private Decisions decisions() {
        return new Decisions(log, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        feed.stop();
    }

    private void decided(OperationsEvent event) {
        log.publish(new GenericDomainEventMessage<>("Controls", ControlsId.ALL.value(), sequence++, event));
    }

    @Test
    void what_was_decided_before_the_start_is_followed_and_so_is_what_comes_later() {
        decided(new InstanceDisabled(ORDER_2, "slow", "olga"));
        feed.start();
        await().until(() -> !heard.isEmpty());
        assertThat(heard.get(0).of(ORDER_2)).isEqualTo(new InstanceControl(Participation.DISABLED, 100));

        decided(new InstanceWeighed(ORDER_2, 300, "larger", "olga"));

        await().until(() -> heard.size() == 2);
        assertThat(heard.get(1).of(ORDER_2)).isEqualTo(new InstanceControl(Participation.DISABLED, 300));
    }

    @Test
    void one_that_cannot_act_upon_it_is_told_again() {
        ControlsFeed failing = new ControlsFeed(
                decisions(),
                List.of(controls -> {
                    heard.add(controls);
                    if (heard.size() < 3) {
                        throw new IllegalStateException("not now");
                    }
                }),
                Duration.ofMillis(5));
        decided(new InstanceDisabled(ORDER_2, "slow", "olga"));
        failing.start();

        await().until(() -> heard.size() == 3);
        decided(new InstanceWeighed(ORDER_2, 300, "larger", "olga"));

        await().until(() -> heard.size() == 4);
        failing.stop();
        assertThat(heard.get(2)).isEqualTo(heard.get(0));
    }
}
