package io.daybook.ui.accounts;

import java.time.Duration;

/** Sign-in failed too often of late for this account or from this address; nothing is even tried until later. */
public class TooManyFailures extends RuntimeException {

    private final Duration retryAfter;

    TooManyFailures(Duration retryAfter) {
        super("Too many failed sign-ins. Try again later.");
        this.retryAfter = retryAfter;
    }

    /** When the next attempt will be looked at, at least a second. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
