package io.daybook.ui.http;

/** The request's idempotency key was used for another one: answered with 422. */
public class ConflictingRequest extends RuntimeException {

    public ConflictingRequest(String detail) {
        super(detail);
    }
}
