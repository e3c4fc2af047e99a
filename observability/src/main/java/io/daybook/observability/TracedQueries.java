package io.daybook.observability;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SubscriptionQueryBackpressure;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Has answers that come on another thread arrive in the asker's span: what he does with an answer, such as sending a
 * command, is part of his trace.
 */
@SuppressWarnings("deprecation") // the gateway has deprecated methods, and passes them on
final class TracedQueries implements QueryGateway {

    private final QueryGateway queries;

    TracedQueries(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public <R, Q> CompletableFuture<R> query(String queryName, Q query, ResponseType<R> responseType) {
        CompletableFuture<R> answer = queries.query(queryName, query, responseType);
        return answer.isDone() ? answer : within(Context.current(), answer);
    }

    private static <R> CompletableFuture<R> within(Context asker, CompletableFuture<R> answer) {
        CompletableFuture<R> arrived = new CompletableFuture<>();
        CompletableFuture<?> unused = answer.whenComplete((value, failure) -> {
            try (Scope scope = asker.makeCurrent()) {
                complete(arrived, value, failure);
            }
        });
        return arrived;
    }

    private static <R> void complete(CompletableFuture<R> future, R value, @Nullable Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure);
        }
    }

    @Override
    public <R, Q> Publisher<R> streamingQuery(String queryName, Q query, Class<R> responseType) {
        return queries.streamingQuery(queryName, query, responseType);
    }

    @Override
    public <R, Q> Stream<R> scatterGather(
            String queryName, Q query, ResponseType<R> responseType, long timeout, TimeUnit timeUnit) {
        return queries.scatterGather(queryName, query, responseType, timeout, timeUnit);
    }

    @Override
    public <Q, I, U> SubscriptionQueryResult<I, U> subscriptionQuery(
            String queryName,
            Q query,
            ResponseType<I> initialResponseType,
            ResponseType<U> updateResponseType,
            @Nullable SubscriptionQueryBackpressure backpressure,
            int updateBufferSize) {
        return queries.subscriptionQuery(
                queryName, query, initialResponseType, updateResponseType, backpressure, updateBufferSize);
    }

    @Override
    public <Q, I, U> SubscriptionQueryResult<I, U> subscriptionQuery(
            String queryName,
            Q query,
            ResponseType<I> initialResponseType,
            ResponseType<U> updateResponseType,
            int updateBufferSize) {
        return queries.subscriptionQuery(queryName, query, initialResponseType, updateResponseType, updateBufferSize);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super QueryMessage<?, ?>> dispatchInterceptor) {
        return queries.registerDispatchInterceptor(dispatchInterceptor);
    }
}
