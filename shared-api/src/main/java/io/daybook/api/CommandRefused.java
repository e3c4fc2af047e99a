package io.daybook.api;

import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;

/** A command was refused by its handler: nothing has changed, and sending it again will not help. */
public class CommandRefused extends CommandExecutionException {

    public CommandRefused(Refusal.Code code, String reason) {
        super(reason, null, new Refusal(code, reason));
    }

    /** The refusal that the failure of a command stands for; empty when it failed for any other cause. */
    public static Optional<Refusal> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandExecutionException refused) {
                Optional<Refusal> refusal = refused.getDetails();
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }
}
