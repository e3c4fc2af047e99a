package io.daybook.operations;

import io.daybook.operations.ProcessorReport.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Batches of events that failed, in the handlers or as they were committed. Axon itself forgets each as soon as it has given
 * up the segment, which it then leaves alone for up to a minute.
 */
public final class ProcessorTroubles {

    /** Longer than Axon waits before it tries again: whoever has not failed for so long works on it no more. */
    private static final Duration REMEMBERED = Duration.ofSeconds(70);

    private static final int MOST_CHARACTERS = 500;

    private final Map<Key, Trouble> troubles = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Key(String instance, String processor) {}

    ProcessorTroubles(Clock clock) {
        this.clock = clock;
    }

    /**
     * Has the event processors of an instance watched; before anything else that could fail around a handler. One of the same
     * name that was there before is gone, and what it could not do is done by others.
     */
    public ConfigurerModule watch(String instance) {
        troubles.keySet().removeIf(key -> key.instance().equals(instance));
        return configurer -> configurer.eventProcessing(processing -> processing.registerDefaultHandlerInterceptor(
                (axon, processor) -> new Watch(new Key(instance, processor))));
    }

    Optional<Trouble> of(String instance, String processor) {
        Key key = new Key(instance, processor);
        Trouble trouble = troubles.get(key);
        if (trouble != null && trouble.last().plus(REMEMBERED).isBefore(clock.instant())) {
            troubles.remove(key, trouble);
            return Optional.empty();
        }
        return Optional.ofNullable(trouble);
    }

    private void failed(Key key, @Nullable Throwable failure) {
        Instant now = clock.instant();
        String text = failure == null
                ? "it was taken back"
                : "%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage());
        String message = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        troubles.merge(
                key, new Trouble(message, now, now), (before, again) -> new Trouble(message, before.since(), now));
    }

    private final class Watch implements MessageHandlerInterceptor<EventMessage<?>> {

        private final Key key;

        Watch(Key key) {
            this.key = key;
        }

        @Override
        public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
                throws Exception {
            if (isFirst(unitOfWork)) {
                unitOfWork.onRollback(batch -> failed(key, failure(batch)));
                unitOfWork.afterCommit(batch -> {
                    if (!troubles.isEmpty()) {
                        troubles.remove(key);
                    }
                });
            }
            return chain.proceed();
        }

        private static boolean isFirst(UnitOfWork<? extends EventMessage<?>> unitOfWork) {
            return !(unitOfWork instanceof BatchingUnitOfWork<?> batch)
                    || batch.isFirstMessage(unitOfWork.getMessage());
        }

        private static @Nullable Throwable failure(UnitOfWork<?> batch) {
            var result = batch.getExecutionResult();
            return result == null || !result.isExceptionResult() ? null : result.getExceptionResult();
        }
    }
}
