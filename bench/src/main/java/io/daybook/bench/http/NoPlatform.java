package io.daybook.bench.http;

import java.io.IOException;

/** The platform cannot be reached, or refuses the sign-in. */
public final class NoPlatform extends IOException {

    NoPlatform(String message) {
        super(message);
    }

    NoPlatform(String message, IOException cause) {
        super(message, cause);
    }
}
