package io.daybook.ui.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts to sign in have failed of late; the next one is looked at after a while. */
final class SignInDelayed extends AuthenticationException {

    private final Duration retryAfter;

    SignInDelayed(Duration retryAfter) {
        super("Too many failed sign-ins. Try again later.");
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
