package io.daybook.ui.live;

import java.util.function.Supplier;
import org.axonframework.common.AxonException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.SubscriptionQueryResult;

/**
 * Begins subscription queries, and tells failures of the connection to Axon Server as what they are. Its connector throws
 * what it happens upon, for example that a stream is "already completed": taken as it is, that looks like a mistake of ours.
 */
public final class Subscribing {

    private Subscribing() {}

    /** @throws AxonException when it cannot be begun now */
    public static <I, U> SubscriptionQueryResult<I, U> to(Supplier<SubscriptionQueryResult<I, U>> query) {
        try {
            return query.get();
        } catch (IllegalStateException notConnected) {
            throw new QueryExecutionException("Updates cannot be subscribed to", notConnected);
        }
    }

    /** How the end of a subscription is told to whoever waits for it. */
    static AxonException ended(Throwable failure) {
        return failure instanceof AxonException known
                ? known
                : new QueryExecutionException("Updates have ended: " + failure.getMessage(), failure);
    }
}
