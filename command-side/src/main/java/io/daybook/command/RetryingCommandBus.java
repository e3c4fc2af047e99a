package io.daybook.command;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.AxonTransientException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a command that lost a race for its aggregate, or failed for another reason that passes, handled again, a bounded number
 * of times with growing pauses; any other failure goes to the sender at once. It is done where commands are handled: there the failure is known for what it is, and
 * the sender may be on another machine. For the same reason a failure leaves here as a {@link CommandExecutionException},
 * as it would arrive from there.
 */
public final class RetryingCommandBus implements CommandBus, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RetryingCommandBus.class);
    private static final int MOST_DOUBLINGS = 10;

    /** How Axon Server says that somebody else's event has the number already; Axon's client leaves it as it came. */
    private static final String INVALID_SEQUENCE = "[AXONIQ-2000]";

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final CommandBus bus;
    private final ConflictSettings settings;

    /** Nobody else's: were it shared with somebody who waits for a command, that command's retry would wait for him. */
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("command-retries"));

    public RetryingCommandBus(CommandBus bus, ConflictSettings settings) {
        this.bus = bus;
        this.settings = settings;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (message, result) -> {});
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        attempt(command, callback, 0);
    }

    private <C, R> void attempt(
            CommandMessage<? extends C> command, CommandCallback<? super C, ? super R> callback, int failures) {
        bus.<C, R>dispatch(cast(command), (message, result) -> {
            if (!result.isExceptional() || failures == settings.retries() || !isTransient(result.exceptionResult())) {
                callback.onResult(message, fromAfar(message, result));
                return;
            }
            try {
                retries.schedule(
                        () -> this.<C, R>attempt(message, callback, failures + 1),
                        pauseAfter(failures),
                        TimeUnit.MICROSECONDS);
            } catch (RejectedExecutionException ending) {
                callback.onResult(message, fromAfar(message, result));
            }
        });
    }

    /** What is no refusal is put into the log here, in full: its sender only hears what it was called. */
    @SuppressWarnings("unchecked")
    private static <R> CommandResultMessage<? extends R> fromAfar(
            CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()
                || result.exceptionResult() instanceof CommandExecutionException
                || result.exceptionResult() instanceof NoHandlerForCommandException) {
            return result;
        }
        Throwable failure = result.exceptionResult();
        log.warn("{} could not be carried out", command.getPayloadType().getSimpleName(), failure);
        return (CommandResultMessage<? extends R>) GenericCommandResultMessage.asCommandResultMessage(
                new CommandExecutionException(String.valueOf(failure.getMessage()), failure));
    }

    @SuppressWarnings("unchecked")
    private static <C> CommandMessage<C> cast(CommandMessage<? extends C> command) {
        return (CommandMessage<C>) command;
    }

    private long pauseAfter(int failures) {
        long longest = TimeUnit.NANOSECONDS.toMicros(settings.pause().toNanos()) << Math.min(failures, MOST_DOUBLINGS);
        return longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
    }

    /**
     * It may work the next time: above all when somebody else wrote the event that this command's aggregate would have had
     * next, or its very first one.
     */
    private static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AxonTransientException
                    || cause instanceof AggregateStreamCreationException
                    || String.valueOf(cause.getMessage()).contains(INVALID_SEQUENCE)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return bus.subscribe(commandName, handler);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        return bus.registerDispatchInterceptor(dispatchInterceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        return bus.registerHandlerInterceptor(handlerInterceptor);
    }

    /** What waits to be handled again is, once more; what fails then is answered as failed. To be closed before the bus. */
    @Override
    public void close() {
        retries.shutdown();
        try {
            if (!retries.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Commands that wait to be handled again are given up");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
