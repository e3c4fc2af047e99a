package io.daybook.standalone.instances;

import org.axonframework.commandhandling.distributed.CommandBusConnectorCommunicationException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instance lives. One that has died begins nothing any more, and writes nothing of what it has begun: it is
 * asked before each message, and once more before what came of the message is written.
 */
final class Heart {

    private final String instance;
    private volatile boolean beats = true;

    Heart(String instance) {
        this.instance = instance;
    }

    void stop() {
        beats = false;
    }

    /** @throws CommandBusConnectorCommunicationException if it has stopped */
    void check() {
        if (!beats) {
            throw died();
        }
    }

    boolean beats() {
        return beats;
    }

    /** What whoever has sent it something gets to know, and no more. */
    CommandBusConnectorCommunicationException died() {
        return new CommandBusConnectorCommunicationException("%s has died".formatted(instance));
    }

    /** To be put around the handling of each message. */
    <M extends Message<?>> MessageHandlerInterceptor<M> around() {
        return new AroundMessages<>();
    }

    private final class AroundMessages<M extends Message<?>> implements MessageHandlerInterceptor<M> {

        @Override
        public @Nullable Object handle(UnitOfWork<? extends M> unitOfWork, InterceptorChain chain) throws Exception {
            check();
            unitOfWork.onPrepareCommit(ending -> check());
            return chain.proceed();
        }
    }
}
