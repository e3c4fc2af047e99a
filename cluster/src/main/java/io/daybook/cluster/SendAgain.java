package io.daybook.cluster;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a command again of which nobody knows whether it was handled: its handler died over it, or there was none just
 * then, or Axon Server was not to be reached. That is safe, since a command that is sent twice happens once. What a handler
 * has answered, above all a refusal, is the caller's at once.
 */
final class SendAgain implements RetryScheduler, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SendAgain.class);

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("send-again"));
    private final DispatchSettings settings;

    SendAgain(DispatchSettings settings) {
        this.settings = settings;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        int sent = failures.size();
        if (sent > settings.again() || !Undelivered.is(lastFailure)) {
            return false;
        }
        log.info("{} is sent again: {}", command.getCommandName(), lastFailure.toString());
        try {
            clock.schedule(dispatch, settings.pause().toMillis() << (sent - 1), TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
