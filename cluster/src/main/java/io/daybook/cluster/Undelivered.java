package io.daybook.cluster;

import io.axoniq.axonserver.connector.ErrorCategory;
import io.daybook.api.CommandRefused;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a command of which nobody knows whether it was handled, or whose handler lost a race, from one that was answered. Three shapes of
 * failure reach a sender: what Axon Server answered, by its code; what the connector made of a broken call, by gRPC's
 * status; and what went wrong before anything was sent.
 */
final class Undelivered {

    /**
     * Codes that Axon Server answers itself. {@code OTHER} stands for each that the framework has no name for: it drops the
     * code itself. Among these is AXONIQ-4001, that the connection to the handler was lost while it was at work.
     */
    private static final Set<ErrorCode> ANSWERED =
            EnumSet.of(ErrorCode.OTHER, ErrorCode.CONNECTION_FAILED, ErrorCode.COMMAND_DISPATCH_ERROR);

    private static final Set<ErrorCategory> NOT_SENT =
            EnumSet.of(ErrorCategory.OTHER, ErrorCategory.CONNECTION_FAILED, ErrorCategory.COMMAND_DISPATCH_ERROR);

    /**
     * What the log says when an event has the number that this one would have had. A handler that was not the first to open
     * an aggregate fails with it, on its way out, as Axon's own ConcurrencyException does not come of it there. So does one
     * that is sent a command again whose first handler died after it had written; the next time it finds the aggregate.
     */
    private static final String TAKEN = "[AXONIQ-2000]";

    /** How calls end when the connection does; those left out, such as a message that is too long, would end so again. */
    private static final Set<Status.Code> BROKEN_OFF = EnumSet.of(
            Status.Code.UNAVAILABLE,
            Status.Code.CANCELLED,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.ABORTED,
            Status.Code.INTERNAL,
            Status.Code.UNKNOWN);

    private Undelivered() {}

    /** Whether the command may not have been handled, so that it is worth being sent again. */
    static boolean is(@Nullable Throwable failure) {
        if (failure instanceof CompletionException || failure instanceof ExecutionException) {
            return is(failure.getCause());
        }
        if (failure instanceof NoHandlerForCommandException) {
            return true;
        }
        if (failure instanceof CommandExecutionException
                && CommandRefused.in(failure).isEmpty()) {
            return String.valueOf(failure.getMessage()).contains(TAKEN);
        }
        if (failure instanceof CommandDispatchException) {
            return failure.getCause() == null || is(failure.getCause());
        }
        if (failure instanceof AxonServerException answer) {
            return ANSWERED.contains(answer.errorCode());
        }
        if (failure instanceof io.axoniq.axonserver.connector.AxonServerException call) {
            return NOT_SENT.contains(call.getErrorCategory()) && (call.getCause() == null || is(call.getCause()));
        }
        if (failure instanceof StatusRuntimeException broken) {
            return BROKEN_OFF.contains(broken.getStatus().getCode());
        }
        return failure instanceof StatusException broken
                && BROKEN_OFF.contains(broken.getStatus().getCode());
    }
}
