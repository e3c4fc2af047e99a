package io.daybook.observability;

import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/** Around the handling of every query; its time ends with the answer, also when the handler only promised one. */
final class ObservedQueries implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private final CorrelationDataProvider handedOn;
    private final LogFields logFields;
    private final MessageTimers timers;

    ObservedQueries(CorrelationDataProvider handedOn, LogFields logFields, MessageTimers timers) {
        this.handedOn = handedOn;
        this.logFields = logFields;
        this.timers = timers;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        long begun = timers.begin();
        Class<?> query = unitOfWork.getMessage().getPayloadType();
        unitOfWork.registerCorrelationDataProvider(handedOn);
        Object answer;
        try (LogFields.Lent lent = logFields.lend()) {
            answer = chain.proceed();
        } catch (Exception failure) {
            record(query, failure, begun);
            throw failure;
        }
        if (answer instanceof CompletableFuture<?> promised && !promised.isDone()) {
            return promised.whenComplete((made, failure) -> record(query, failure, begun));
        }
        record(query, answer instanceof CompletableFuture<?> made ? failureOf(made) : null, begun);
        return answer;
    }

    private void record(Class<?> query, @Nullable Throwable failure, long begun) {
        timers.end(query, Outcome.of(failure), begun);
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> done) {
        return done.handle((made, failure) -> failure).join();
    }
}
