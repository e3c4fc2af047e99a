package io.daybook.ui.experiments;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Sends commands and waits for their answers. */
record Sending(CommandGateway gateway, Duration longest) {

    /** Returns when the command has been handled; throws whatever became of it otherwise. */
    void send(Object command) {
        try {
            gateway.<Object>send(command)
                    .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
