package io.daybook.operations.letters;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * Whose an event is: that of an order, its payment and its reservation is the order's, any other its own stream's. It follows
 * from the stream's identifier alone, because the event itself may not be readable.
 */
public final class StreamOwner {

    private static final String PAYMENT = "payment-";
    private static final String RESERVATION = "reservation-";

    private StreamOwner() {}

    /** One that belongs to no stream is its own owner. */
    public static String of(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> inStream && inStream.getAggregateIdentifier() != null
                ? of(inStream.getAggregateIdentifier())
                : event.getIdentifier();
    }

    static String of(String stream) {
        if (stream.startsWith(PAYMENT)) {
            return stream.substring(PAYMENT.length());
        }
        return stream.startsWith(RESERVATION) ? stream.substring(RESERVATION.length()) : stream;
    }
}
