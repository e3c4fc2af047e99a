package io.daybook.observability;

import io.opentelemetry.context.propagation.TextMapGetter;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Reads a trace's context from a message's metadata. */
final class MetaDataGetter implements TextMapGetter<Message<?>> {

    static final MetaDataGetter INSTANCE = new MetaDataGetter();

    private MetaDataGetter() {}

    @Override
    public Iterable<String> keys(Message<?> message) {
        return message.getMetaData().keySet();
    }

    @Override
    public @Nullable String get(@Nullable Message<?> message, String key) {
        return message != null && message.getMetaData().get(key) instanceof String value ? value : null;
    }
}
