package io.daybook.saga.fulfilment;

import org.axonframework.common.AxonTransientException;

/** A command could not be given to the bus: nothing about the event that it follows from, and it may be so no more soon. */
final class NotSent extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    NotSent(Object command, Throwable cause) {
        super("%s could not be sent".formatted(command.getClass().getSimpleName()), cause);
    }
}
