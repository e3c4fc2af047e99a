package io.daybook.operations;

import org.axonframework.common.AxonTransientException;

/** A handler failed because an operator wanted it to. */
public final class InjectedError extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    InjectedError(String message) {
        super(message);
    }
}
