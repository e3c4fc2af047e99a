package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Failures look here as the book's engine makes them: with what the database said as their cause. */
class LostRaceTest {

    private static final SQLException TAKEN = new SQLException("UNIQUE constraint failed");

    private final MessagingConfiguration messaging = new MessagingConfiguration();
    private final MessagingSettings settings = new MessagingSettings(2, 3, Duration.ofMillis(1));
    private final AsynchronousCommandBus bus = messaging.commandBus(NoTransactionManager.instance(), settings);
    private final ScheduledExecutorService retries = messaging.commandRetries();
    private final CommandGateway gateway = messaging.commandGateway(bus, retries, settings);
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        bus.shutdown();
        retries.shutdownNow();
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
    void a_command_that_lost_a_race_is_sent_again() {
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
    void any_other_failure_goes_to_the_sender_at_once() {
        failing(new EventStoreException("no room", TAKEN), 1);

        assertThatThrownBy(() -> gateway.sendAndWait("command")).isInstanceOf(EventStoreException.class);
        assertThat(attempts).hasValue(1);
    }
}
