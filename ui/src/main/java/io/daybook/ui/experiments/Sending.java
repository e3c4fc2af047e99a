package io.daybook.ui.experiments;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** Sends commands and waits for their answers. */
record Sending(CommandGateway gateway, Duration longest) {

    /** Returns when the command has been handled; throws whatever became of it otherwise. */
    void send(Object command) {
        var unused = answer(command);
    }

    /** The same, for a command that is answered with something. */
    <R> R ask(Object command, Class<R> answer) {
        return Objects.requireNonNull(answer.cast(answer(command)), () -> "no answer to " + command);
    }

    private @Nullable Object answer(Object command) {
        try {
            return gateway.<@Nullable Object>send(command)
                    .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
