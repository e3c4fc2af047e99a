package io.daybook.command.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.command.ConflictSettings;
import io.daybook.command.RetryingCommandBus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances, each with a cache of its own, on one log. */
class FreshDecisionsTest {

    private final EventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<Configuration> started = new ArrayList<>();
    private final Configuration first = instance();
    private final Configuration second = instance();

    private record Hang(@TargetAggregateIdentifier String door) {}

    private record Open(@TargetAggregateIdentifier String door) {}

    private record Close(@TargetAggregateIdentifier String door) {}

    private record Enter(@TargetAggregateIdentifier String door) {}

    private record Look(@TargetAggregateIdentifier String door) {}

    private record Hung(String door) {}

    private record Opened(String door) {}

    private record Closed(String door) {}

    private record Entered(String door) {}

    /** Opening an open door is nothing new; entering is refused while it is closed. */
    static final class Door {

        @AggregateIdentifier
        private String id;

        private boolean open;

        Door() {}

        @CommandHandler
        Door(Hang command) {
            apply(new Hung(command.door()));
        }

        @CommandHandler
        void handle(Open command) {
            if (!open) {
                apply(new Opened(id));
            }
        }

        @CommandHandler
        void handle(Close command) {
            if (open) {
                apply(new Closed(id));
            }
        }

        @CommandHandler
        void handle(Enter command) {
            if (!open) {
                throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "It is closed");
            }
            apply(new Entered(id));
        }

        @CommandHandler
        boolean handle(Look command) {
            return open;
        }

        @EventSourcingHandler
        void on(Hung event) {
            id = event.door();
        }

        @EventSourcingHandler
        void on(Opened event) {
            open = true;
        }

        @EventSourcingHandler
        void on(Closed event) {
            open = false;
        }
    }

    private Configuration instance() {
        CommandBus bus = new RetryingCommandBus(
                SimpleCommandBus.builder().build(), new ConflictSettings(3, Duration.ofMillis(1)));
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(configuration -> log)
                .configureCommandBus(configuration -> bus)
                .configureAggregate(
                        AggregateKind.of(Door.class, new AggregateSettings(10)).configurer());
        new FreshDecisions().configureModule(configurer);
        Configuration made = configurer.buildConfiguration();
        made.start();
        started.add(made);
        return made;
    }

    @BeforeEach
    void hang_a_door() {
        send(first, new Hang("door"));
    }

    @AfterEach
    void stop() {
        started.forEach(Configuration::shutdown);
    }

    private static <R> R send(Configuration instance, Object command) {
        return instance.commandGateway().sendAndWait(command);
    }

    private List<String> story() {
        return log.readEvents("door")
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }

    @Test
    void what_another_instance_has_made_possible_is_not_refused() {
        send(second, new Open("door"));

        send(first, new Enter("door"));

        assertThat(story()).containsExactly("Hung", "Opened", "Entered");
    }

    @Test
    void what_another_instance_has_undone_is_done_again() {
        send(first, new Open("door"));
        send(second, new Close("door"));

        send(first, new Open("door"));

        assertThat(story()).containsExactly("Hung", "Opened", "Closed", "Opened");
    }

    @Test
    void who_asks_is_told_how_it_stands_now() {
        send(second, new Open("door"));

        assertThat(FreshDecisionsTest.<Boolean>send(first, new Look("door"))).isTrue();
    }
}
