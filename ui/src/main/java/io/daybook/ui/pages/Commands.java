package io.daybook.ui.pages;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends commands on behalf of a page, and waits for what becomes of them. */
public final class Commands {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final CommandGateway commands;
    private final PageSettings settings;

    Commands(CommandGateway commands, PageSettings settings) {
        this.commands = commands;
        this.settings = settings;
    }

    /** Sends the command and says what became of it. */
    public Outcome send(Object command) {
        CompletableFuture<?> sent = commands.send(command);
        try {
            sent.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome.Done();
        } catch (ExecutionException failure) {
            Optional<Refusal> refusal = CommandRefused.in(failure);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get().reason());
            }
            log.warn("Unclear what became of {}", command, failure);
            return new Outcome.Unknown();
        } catch (TimeoutException late) {
            log.warn("No answer in time to {}", command);
            return new Outcome.Unknown();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown();
        }
    }
}
