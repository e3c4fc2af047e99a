package io.daybook.bench.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The server closed the connection before the first byte of an answer. */
final class StaleConnection extends IOException {

    StaleConnection(@Nullable IOException cause) {
        super("The connection was closed before an answer", cause);
    }
}
