package io.daybook.cluster;

import java.time.Instant;
import org.axonframework.common.Registration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ScopeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to schedule anything. A deadline here is an event of its order; Axon's default would keep deadlines in memory and
 * forget them at the end of the process.
 */
final class NoDeadlines implements DeadlineManager {

    @Override
    public String schedule(Instant at, String name, @Nullable Object payload, ScopeDescriptor scope) {
        throw new UnsupportedOperationException("Deadlines are events; %s cannot be scheduled".formatted(name));
    }

    @Override
    public void cancelSchedule(String name, String scheduleId) {
        // There is none.
    }

    @Override
    public void cancelAll(String name) {
        // There are none.
    }

    @Override
    public void cancelAllWithinScope(String name, ScopeDescriptor scope) {
        // There are none.
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super DeadlineMessage<?>> interceptor) {
        return () -> false;
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super DeadlineMessage<?>> interceptor) {
        return () -> false;
    }
}
