package io.daybook.saga.fulfilment;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand.MarkStuck;
import io.daybook.api.order.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Sends what fulfilments decide. The commands of a batch of events run at the same time, on threads of the command bus,
 * and all are waited for before the batch commits: the batch's position never moves past a command that nobody has
 * answered.
 *
 * <p>A command that its handler refuses will be refused again: its fulfilment is marked as stuck and the others go on. One
 * that its handler fails to carry out is sent again some times, and then its fulfilment is stuck, too; so an order that
 * nobody can deal with holds up no other. When even that cannot be put on record, or when nobody can be reached who handles
 * the command, the batch fails and is tried again as a whole; that is safe, since a command that is sent twice happens once.
 */
class StepCommands {

    private static final Logger log = LoggerFactory.getLogger(StepCommands.class);

    private final CommandGateway gateway;
    private final FulfilmentSettings settings;

    StepCommands(CommandGateway gateway, FulfilmentSettings settings) {
        this.gateway = gateway;
        this.settings = settings;
    }

    void send(OrderId orderId, Step step, List<Object> commands) {
        if (commands.isEmpty()) {
            return;
        }
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        List<Sent> sent = batch.getOrComputeResource(StepCommands.class.getName(), key -> joinBeforeCommit(batch));
        MetaData cause = CurrentUnitOfWork.correlationData();
        for (Object command : commands) {
            CommandMessage<?> message = new GenericCommandMessage<>(command, cause);
            sent.add(new Sent(orderId, step, command, cause, given(message)));
        }
    }

    /** @throws NotSent whatever it was: the event is not to blame */
    private CompletableFuture<@Nullable Object> given(CommandMessage<?> message) {
        try {
            return attempt(message, 1);
        } catch (RuntimeException failure) {
            throw new NotSent(message.getPayload(), failure);
        }
    }

    private List<Sent> joinBeforeCommit(UnitOfWork<?> batch) {
        List<Sent> sent = new ArrayList<>();
        batch.onPrepareCommit(unitOfWork -> sent.forEach(this::join));
        return sent;
    }

    private CompletableFuture<@Nullable Object> attempt(CommandMessage<?> command, int attempts) {
        return gateway.<@Nullable Object>send(command).exceptionallyCompose(failure -> {
            if (!failed(causeOf(failure)) || attempts >= settings.attempts()) {
                return CompletableFuture.failedFuture(failure);
            }
            Executor later = CompletableFuture.delayedExecutor(
                    settings.pauseAfter(attempts).toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> attempt(command, attempts + 1), later)
                    .thenCompose(Function.identity());
        });
    }

    private void join(Sent sent) {
        try {
            sent.answer().join();
        } catch (CompletionException failure) {
            Throwable cause = causeOf(failure);
            if (!refused(cause) && !failed(cause)) {
                throw failure;
            }
            String reason = "%s %s: %s".formatted(sent.name(), refused(cause) ? "refused" : "failed", reason(cause));
            try (MDC.MDCCloseable order =
                    MDC.putCloseable("orderId", sent.orderId().value())) {
                log.warn("Fulfilment of order {} is stuck at {}: {}", sent.orderId(), sent.step(), reason, cause);
            }
            // Of the batch's events, the one that is the present one by now need not be this command's cause.
            gateway.send(new GenericCommandMessage<>(new MarkStuck(sent.orderId(), sent.step(), reason), sent.cause()))
                    .join();
        }
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static boolean refused(Throwable cause) {
        return CommandRefused.in(cause).isPresent() || cause instanceof SerializationException;
    }

    /** Its handler had it and could not carry it out, as opposed to a command that may never have arrived. */
    private static boolean failed(Throwable cause) {
        return cause instanceof CommandExecutionException && !refused(cause);
    }

    private static String reason(Throwable cause) {
        Optional<Refusal> refusal = CommandRefused.in(cause);
        return refusal.map(Refusal::reason).orElseGet(cause::toString);
    }

    private record Sent(
            OrderId orderId, Step step, Object command, MetaData cause, CompletableFuture<@Nullable Object> answer) {
        String name() {
            return command.getClass().getSimpleName();
        }
    }
}
