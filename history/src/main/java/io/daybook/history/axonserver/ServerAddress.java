package io.daybook.history.axonserver;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a log is and how to get at it.
 *
 * @param token what the server lets clients in by; null when it lets everybody in
 * @param tls whether to speak TLS
 * @param trust certificates to trust; null for those that the JVM trusts
 */
record ServerAddress(
        String host,
        int port,
        String context,
        @Nullable String token,
        boolean tls,
        @Nullable Path trust) {}
