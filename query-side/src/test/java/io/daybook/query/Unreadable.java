package io.daybook.query;

import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializationException;

/** An event whose payload cannot be read as long as it is broken. */
final class Unreadable<T> extends GenericDomainEventMessage<T> {

    private static final long serialVersionUID = 1L;

    private final AtomicBoolean broken;

    Unreadable(DomainEventMessage<T> event, AtomicBoolean broken) {
        super(event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), event, event::getTimestamp);
        this.broken = broken;
    }

    @Override
    public T getPayload() {
        if (broken.get()) {
            throw new SerializationException("cannot be read");
        }
        return super.getPayload();
    }
}
