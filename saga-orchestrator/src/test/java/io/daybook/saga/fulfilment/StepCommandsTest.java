package io.daybook.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderCommand.MarkStuck;
import io.daybook.api.order.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StepCommandsTest {

    private static final OrderId GOOD = new OrderId("good");
    private static final OrderId BAD = new OrderId("bad");

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AsynchronousCommandBus bus =
            AsynchronousCommandBus.builder().executor(threads).build();
    private final StepCommands steps = new StepCommands(
            DefaultCommandGateway.builder().commandBus(bus).build(),
            Settings.with(Map.of("daybook.fulfilment.pause", "1ms")));
    private final Queue<Object> handled = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_batch_commits_only_after_its_commands_have_been_answered() {
        CountDownLatch bothUnderWay = new CountDownLatch(2);
        bus.subscribe(ConfirmOrder.class.getName(), command -> {
            bothUnderWay.countDown();
            bothUnderWay.await();
            return handled.add(command.getPayload());
        });
        UnitOfWork<?> batch = batch();
        steps.send(GOOD, Step.CONFIRMATION, List.of(new ConfirmOrder(GOOD)));
        steps.send(BAD, Step.CONFIRMATION, List.of(new ConfirmOrder(BAD)));

        batch.commit();

        assertThat(handled).containsExactlyInAnyOrder(new ConfirmOrder(GOOD), new ConfirmOrder(BAD));
    }

    @Test
    void a_refused_command_leaves_its_fulfilment_stuck_and_lets_the_others_go_on() {
        bus.subscribe(ConfirmOrder.class.getName(), command -> {
            if (command.getPayload().equals(new ConfirmOrder(BAD))) {
                throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "it was dispatched");
            }
            return handled.add(command.getPayload());
        });
        bus.subscribe(MarkStuck.class.getName(), command -> handled.add(command.getPayload()));
        UnitOfWork<?> batch = batch();
        steps.send(BAD, Step.CONFIRMATION, List.of(new ConfirmOrder(BAD)));
        steps.send(GOOD, Step.CONFIRMATION, List.of(new ConfirmOrder(GOOD)));

        batch.commit();

        assertThat(handled)
                .containsExactlyInAnyOrder(
                        new ConfirmOrder(GOOD),
                        new MarkStuck(BAD, Step.CONFIRMATION, "ConfirmOrder refused: it was dispatched"));
    }

    @Test
    void a_stuck_fulfilment_is_caused_by_its_own_event_whatever_else_is_in_the_batch() {
        AtomicReference<Object> cause = new AtomicReference<>();
        bus.subscribe(ConfirmOrder.class.getName(), command -> {
            if (command.getPayload().equals(new ConfirmOrder(BAD))) {
                throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "it was dispatched");
            }
            return null;
        });
        bus.subscribe(MarkStuck.class.getName(), command -> {
            cause.set(command.getMetaData().get(MessageOriginProvider.getDefaultCorrelationKey()));
            return null;
        });
        EventMessage<?> first = GenericEventMessage.asEventMessage(Orders.placed());
        EventMessage<?> second = GenericEventMessage.asEventMessage(Orders.placed());
        UnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(List.of(first, second));
        batch.registerCorrelationDataProvider(new MessageOriginProvider());

        batch.executeWithResult(() -> {
            OrderId order = batch.getMessage() == first ? GOOD : BAD;
            steps.send(order, Step.CONFIRMATION, List.of(new ConfirmOrder(order)));
            return null;
        });

        assertThat(cause).hasValue(second.getIdentifier());
    }

    @Test
    void a_command_that_its_handler_fails_to_carry_out_is_sent_again() {
        AtomicInteger failures = new AtomicInteger(2);
        bus.subscribe(ConfirmOrder.class.getName(), command -> {
            if (failures.getAndDecrement() > 0) {
                throw new CommandExecutionException("the disk is full", null);
            }
            return handled.add(command.getPayload());
        });
        UnitOfWork<?> batch = batch();
        steps.send(GOOD, Step.CONFIRMATION, List.of(new ConfirmOrder(GOOD)));

        batch.commit();

        assertThat(handled).containsExactly(new ConfirmOrder(GOOD));
    }

    @Test
    void the_first_pause_is_the_one_that_is_set_and_each_further_one_is_twice_as_long() {
        FulfilmentSettings settings = Settings.with(Map.of("daybook.fulfilment.pause", "100ms"));

        assertThat(Stream.of(1, 2, 3).map(settings::pauseAfter))
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void one_that_fails_again_and_again_leaves_its_fulfilment_stuck() {
        bus.subscribe(ConfirmOrder.class.getName(), command -> {
            throw new CommandExecutionException("cannot be", null);
        });
        bus.subscribe(MarkStuck.class.getName(), command -> handled.add(command.getPayload()));
        UnitOfWork<?> batch = batch();
        steps.send(BAD, Step.CONFIRMATION, List.of(new ConfirmOrder(BAD)));

        batch.commit();

        assertThat(handled)
                .containsExactly(new MarkStuck(
                        BAD,
                        Step.CONFIRMATION,
                        "ConfirmOrder failed: org.axonframework.commandhandling.CommandExecutionException: cannot be"));
    }

    @Test
    void a_command_that_reaches_nobody_fails_the_batch() {
        UnitOfWork<?> batch = batch();
        steps.send(GOOD, Step.CONFIRMATION, List.of(new ConfirmOrder(GOOD)));

        assertThatThrownBy(batch::commit).hasRootCauseInstanceOf(NoHandlerForCommandException.class);
        assertThat(batch.isRolledBack()).isTrue();
    }

    private static UnitOfWork<?> batch() {
        return DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage(Orders.placed()));
    }
}
