package io.daybook.observability;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Around the handling of every command: what it causes will know it as its cause, log lines name its order, and its time is
 * taken, from the moment a thread takes it up until its unit of work is closed. So the time includes waiting for the
 * aggregate's lock and for the events to be on disk, but not the waiting for a thread.
 */
final class ObservedCommands implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final CorrelationDataProvider handedOn;
    private final LogFields logFields;
    private final MessageTimers timers;

    ObservedCommands(CorrelationDataProvider handedOn, LogFields logFields, MessageTimers timers) {
        this.handedOn = handedOn;
        this.logFields = logFields;
        this.timers = timers;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        long begun = timers.begin();
        CommandMessage<?> command = unitOfWork.getMessage();
        // A bus that was set up by Spring Boot knows it already; knowing it twice changes nothing.
        unitOfWork.registerCorrelationDataProvider(handedOn);
        logFields.mark();
        LogFields.Set fields = logFields.setFor(command);
        unitOfWork.onCleanup(closed -> {
            timers.end(command.getPayloadType(), outcome(closed), begun);
            if (fields != null) {
                fields.close();
            }
        });
        return chain.proceed();
    }

    private static Outcome outcome(UnitOfWork<?> closed) {
        ExecutionResult result = closed.getExecutionResult();
        return Outcome.of(result != null && result.isExceptionResult() ? result.getExceptionResult() : null);
    }
}
