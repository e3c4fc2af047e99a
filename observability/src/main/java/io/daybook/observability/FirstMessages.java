package io.daybook.observability;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Gives a message that nothing has caused its own identifier as that of the first message, so that all have one. */
final class FirstMessages<M extends Message<?>> implements MessageDispatchInterceptor<M> {

    @Override
    public BiFunction<Integer, M, M> handle(List<? extends M> messages) {
        return (index, message) -> marked(message);
    }

    @SuppressWarnings("unchecked") // a message with other metadata is of its own type
    private M marked(M message) {
        return message.getMetaData().containsKey(Origin.FIRST)
                ? message
                : (M) message.andMetaData(Map.of(Origin.FIRST, message.getIdentifier()));
    }
}
