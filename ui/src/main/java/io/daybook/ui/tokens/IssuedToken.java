package io.daybook.ui.tokens;

import java.time.Instant;

/** A token as its owner gets it, once: nothing here can find it out again. */
public record IssuedToken(String token, Instant expiresAt) {

    /** Without the token, which no log shall have. */
    @Override
    public String toString() {
        return "IssuedToken[expiresAt=%s]".formatted(expiresAt);
    }
}
