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
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Sends what fulfilments decide. The commands of a batch of events run at the same time, on threads of the command bus,
 * and all are waited for before the batch commits: the batch's position never moves past a command that nobody has
 * answered.
 *
 * <p>A command that its handler refuses will be refused again: its fulfilment is marked as stuck and the others go on. Any
 * other failure (a store that cannot write, a handler that is not there) fails the batch, which is then tried again as a
 * whole; that is safe, since a command that is sent twice happens once.
 */
class StepCommands {

    private static final Logger log = LoggerFactory.getLogger(StepCommands.class);

    private final CommandGateway gateway;

    StepCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    void send(OrderId orderId, Step step, List<Object> commands) {
        if (commands.isEmpty()) {
            return;
        }
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        List<Sent> sent = batch.getOrComputeResource(StepCommands.class.getName(), key -> joinBeforeCommit(batch));
        MetaData cause = CurrentUnitOfWork.correlationData();
        for (Object command : commands) {
            sent.add(new Sent(orderId, step, command, cause, gateway.send(command)));
        }
    }

    private List<Sent> joinBeforeCommit(UnitOfWork<?> batch) {
        List<Sent> sent = new ArrayList<>();
        batch.onPrepareCommit(unitOfWork -> sent.forEach(this::join));
        return sent;
    }

    private void join(Sent sent) {
        try {
            sent.answer().join();
        } catch (CompletionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            if (!refused(cause)) {
                throw failure;
            }
            String reason = "%s refused: %s".formatted(sent.name(), reason(cause));
            try (MDC.MDCCloseable order =
                    MDC.putCloseable("orderId", sent.orderId().value())) {
                log.warn("Fulfilment of order {} is stuck at {}: {}", sent.orderId(), sent.step(), reason, cause);
            }
            // Of the batch's events, the one that is the present one by now need not be this command's cause.
            gateway.send(new GenericCommandMessage<>(new MarkStuck(sent.orderId(), sent.step(), reason), sent.cause()))
                    .join();
        }
    }

    private static boolean refused(Throwable cause) {
        return cause instanceof CommandExecutionException || cause instanceof SerializationException;
    }

    private static String reason(Throwable cause) {
        Optional<Refusal> refusal = CommandRefused.in(cause);
        return refusal.map(Refusal::reason).orElseGet(cause::toString);
    }

    private record Sent(OrderId orderId, Step step, Object command, MetaData cause, CompletableFuture<Object> answer) {
        String name() {
            return command.getClass().getSimpleName();
        }
    }
}
