package io.daybook.ui.http;

import java.time.Duration;

/** There is no room for the request now: answered with 503 and Retry-After. */
public class TooBusy extends RuntimeException {

    private final Duration retryAfter;

    public TooBusy(String detail, Duration retryAfter) {
        super(detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
