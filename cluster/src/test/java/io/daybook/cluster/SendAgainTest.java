package io.daybook.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SendAgainTest {

    private static final ConfirmOrder COMMAND = new ConfirmOrder(new OrderId("order-1"));

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final SendAgain again = new SendAgain(new DispatchSettings(3, Duration.ofMillis(1)));
    private final CommandGateway gateway = DefaultCommandGateway.builder()
            .commandBus(bus)
            .retryScheduler(again)
            .build();
    private final AtomicInteger sent = new AtomicInteger();

    @AfterEach
    void stop() {
        again.close();
    }

    @Test
    void a_command_whose_handler_died_over_it_is_sent_again() {
        handle(lost(), 2);

        assertThat(gateway.<String>sendAndWait(COMMAND)).isEqualTo("confirmed");
        assertThat(sent).hasValue(3);
    }

    @Test
    void one_that_cannot_be_delivered_is_given_up_after_three_times_more() {
        handle(lost(), Integer.MAX_VALUE);

        assertThatThrownBy(() -> gateway.sendAndWait(COMMAND)).isInstanceOf(AxonServerException.class);
        assertThat(sent).hasValue(4);
    }

    @Test
    void one_that_nobody_handles_yet_is_sent_again() {
        try (SendAgain later = new SendAgain(new DispatchSettings(3, Duration.ofSeconds(5)))) {
            CommandGateway early = DefaultCommandGateway.builder()
                    .commandBus(bus)
                    .retryScheduler(later)
                    .build();
            CompletableFuture<String> answer = early.send(COMMAND);
            handle(lost(), 0);

            assertThat(answer.join()).isEqualTo("confirmed");
        }
    }

    @Test
    void a_refusal_is_the_callers_at_once() {
        handle(new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "It was dispatched."), Integer.MAX_VALUE);

        assertThatThrownBy(() -> gateway.sendAndWait(COMMAND)).isInstanceOf(CommandRefused.class);
        assertThat(sent).hasValue(1);
    }

    private void handle(AxonException failure, int failures) {
        bus.subscribe(ConfirmOrder.class.getName(), command -> {
            if (sent.incrementAndGet() <= failures) {
                throw failure;
            }
            return "confirmed";
        });
    }

    /** As Axon Server's AXONIQ-4001 comes to the sender. */
    private static AxonException lost() {
        return new AxonServerException("AXONIQ-0001", "Connection lost while executing command on: orders-1");
    }
}
