package io.daybook.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import java.time.Duration;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class OrderingHealthTest {

    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private boolean logThere = true;

    private Health health() {
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine() {
            @Override
            public TrackingToken createHeadToken() {
                if (!logThere) {
                    throw new IllegalStateException("no log");
                }
                return new GlobalSequenceTrackingToken(7);
            }
        };
        return new OrderingHealth(
                        commands,
                        DefaultQueryGateway.builder()
                                .queryBus(SimpleQueryBus.builder().build())
                                .build(),
                        new LogPosition(EmbeddedEventStore.builder()
                                .storageEngine(engine)
                                .build()),
                        new LiveSettings(Duration.ofMillis(50), 32, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .health();
    }

    private void handleOrders() {
        commands.subscribe(RetryFulfilment.class.getName(), command -> {
            throw new CommandRefused(Refusal.Code.NOT_FOUND, "There is no such order.");
        });
    }

    @Test
    void ready_is_who_has_a_log_and_a_handler_though_no_view_answers() {
        handleOrders();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("logPosition", 7L).containsKey("view");
    }

    @Test
    void nobody_is_ready_without_a_handler_of_orders() {
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void nobody_is_ready_without_a_log() {
        handleOrders();
        logThere = false;
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    }
}
