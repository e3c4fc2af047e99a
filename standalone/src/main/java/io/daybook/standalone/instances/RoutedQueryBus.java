package io.daybook.standalone.instances;

import io.daybook.api.operations.QueryStrategy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.axonframework.queryhandling.SubscriptionQueryUpdateMessage;
import org.jspecify.annotations.Nullable;

/**
 * Has a query answered by one of the instances of the query side: any, as all of them answer all queries from the same
 * views. What for commands is Axon's distributed command bus, Axon leaves to Axon Server for queries.
 */
final class RoutedQueryBus implements QueryBus {

    private final QueryUpdateEmitter updates;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final List<MessageDispatchInterceptor<? super QueryMessage<?, ?>>> interceptors =
            new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile QueryStrategy strategy = QueryStrategy.ROUND_ROBIN;

    private record Member(ServiceInstance instance, InstanceQueries queries, AtomicInteger unanswered) {
        boolean answers(String query) {
            return queries.answers(query);
        }
    }

    /** @param updates where all instances tell of changes to those who follow a query */
    RoutedQueryBus(QueryUpdateEmitter updates) {
        this.updates = updates;
    }

    /** The instance is asked from now on, if it was not already. */
    void join(ServiceInstance instance) {
        if (members.stream().anyMatch(member -> member.instance().equals(instance))) {
            return;
        }
        members.add(new Member(instance, instance.queryBus(), new AtomicInteger()));
    }

    /** The instance is asked no more; what it was asked it answers. */
    void leave(ServiceInstance instance) {
        members.removeIf(member -> member.instance().equals(instance));
    }

    /** From now on. */
    void use(QueryStrategy other) {
        strategy = other;
    }

    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        QueryMessage<Q, R> intercepted = intercept(query);
        Member member = next(query);
        if (member == null) {
            return CompletableFuture.failedFuture(nobody(intercepted));
        }
        member.unanswered().incrementAndGet();
        return member.queries()
                .query(intercepted)
                .whenComplete((answer, failure) -> member.unanswered().decrementAndGet());
    }

    /** All instances would give the same answer, so one is asked. */
    @Override
    public <Q, R> Stream<QueryResponseMessage<R>> scatterGather(QueryMessage<Q, R> query, long timeout, TimeUnit unit) {
        Member member = next(query);
        return member == null ? Stream.empty() : member.queries().scatterGather(intercept(query), timeout, unit);
    }

    @Override
    public <Q, I, U>
            SubscriptionQueryResult<QueryResponseMessage<I>, SubscriptionQueryUpdateMessage<U>> subscriptionQuery(
                    SubscriptionQueryMessage<Q, I, U> query, int updateBufferSize) {
        SubscriptionQueryMessage<Q, I, U> intercepted = intercept(query);
        Member member = next(query);
        if (member == null) {
            throw nobody(intercepted);
        }
        return member.queries().subscriptionQuery(intercepted, updateBufferSize);
    }

    private @Nullable Member next(QueryMessage<?, ?> query) {
        List<Member> present = new ArrayList<>(members);
        present.removeIf(member -> !member.answers(query.getQueryName()));
        if (present.isEmpty()) {
            return null;
        }
        return strategy == QueryStrategy.LEAST_BUSY
                ? present.stream()
                        .min(Comparator.comparingInt(
                                member -> member.unanswered().get()))
                        .orElseThrow()
                : present.get(Math.floorMod(turn.getAndIncrement(), present.size()));
    }

    private static NoHandlerForQueryException nobody(QueryMessage<?, ?> query) {
        return new NoHandlerForQueryException(
                "%s: no instance that answers it is there to be asked".formatted(query.getQueryName()));
    }

    @SuppressWarnings("unchecked") // an interceptor may add to a message, but not make another kind of it
    private <M extends QueryMessage<?, ?>> M intercept(M query) {
        M intercepted = query;
        for (MessageDispatchInterceptor<? super QueryMessage<?, ?>> interceptor : interceptors) {
            intercepted = (M) interceptor.handle(intercepted);
        }
        return intercepted;
    }

    @Override
    public QueryUpdateEmitter queryUpdateEmitter() {
        return updates;
    }

    @Override
    public <R> Registration subscribe(
            String queryName, Type responseType, MessageHandler<? super QueryMessage<?, R>> handler) {
        throw new UnsupportedOperationException(
                "%s: queries are answered by instances, and nowhere else in this JVM".formatted(queryName));
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super QueryMessage<?, ?>> dispatchInterceptor) {
        interceptors.add(dispatchInterceptor);
        return () -> interceptors.remove(dispatchInterceptor);
    }

    /** Does nothing: each instance has interceptors of its own, and nobody else answers queries. */
    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super QueryMessage<?, ?>> handlerInterceptor) {
        return () -> true;
    }
}
