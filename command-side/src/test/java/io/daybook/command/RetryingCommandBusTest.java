package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Failures look here as an event store makes them: with what its database said as their cause. */
class RetryingCommandBusTest {

    private static final Exception TAKEN = new IllegalStateException("UNIQUE constraint failed");

    private final RetryingCommandBus bus =
            new RetryingCommandBus(SimpleCommandBus.builder().build(), new ConflictSettings(3, Duration.ofMillis(1)));
    private final CommandGateway gateway =
            DefaultCommandGateway.builder().commandBus(bus).build();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        bus.close();
    }

    private void failing(RuntimeException failure, int times) {
        bus.subscribe(String.class.getName(), command -> {
            if (attempts.incrementAndGet() <= times) {
                throw failure;
            }
            return "done";
        });
    }

    @Test
    void a_command_that_lost_a_race_is_handled_again() {
        failing(new ConcurrencyException("taken", TAKEN), 2);

        assertThat(gateway.<String>sendAndWait("command")).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void so_is_one_whose_aggregate_somebody_else_began() {
        failing(new AggregateStreamCreationException("taken", TAKEN), 1);

        assertThat(gateway.<String>sendAndWait("command")).isEqualTo("done");
    }

    @Test
    void so_is_one_that_axon_server_says_came_second() {
        failing(new IllegalStateException("OUT_OF_RANGE: [AXONIQ-2000] Invalid sequence number 1 for order o"), 1);

        assertThat(gateway.<String>sendAndWait("command")).isEqualTo("done");
    }

    @Test
    void one_that_loses_every_race_is_given_up() {
        failing(new ConcurrencyException("taken", TAKEN), Integer.MAX_VALUE);

        assertThatThrownBy(() -> gateway.sendAndWait("command"))
                .isInstanceOf(CommandExecutionException.class)
                .hasCauseInstanceOf(ConcurrencyException.class);
        assertThat(attempts).hasValue(4);
    }

    @Test
    void any_other_failure_goes_to_the_sender_at_once_as_it_would_from_another_machine() {
        failing(new EventStoreException("no room", TAKEN), 1);

        assertThatThrownBy(() -> gateway.sendAndWait("command"))
                .isInstanceOf(CommandExecutionException.class)
                .hasMessage("no room")
                .hasCauseInstanceOf(EventStoreException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void one_that_waits_to_be_handled_again_is_answered_when_the_bus_is_closed() {
        failing(new ConcurrencyException("taken", TAKEN), Integer.MAX_VALUE);
        CompletableFuture<Object> answer = gateway.send("command");

        bus.close();

        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void that_nobody_handles_a_command_is_said_as_it_is() {
        assertThatThrownBy(() -> gateway.sendAndWait("command")).isInstanceOf(NoHandlerForCommandException.class);
    }
}
