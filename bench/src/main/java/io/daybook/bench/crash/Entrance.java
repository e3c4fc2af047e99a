package io.daybook.bench.crash;

import io.daybook.bench.http.Session;
import org.jspecify.annotations.Nullable;

/** Where clients find the platform. */
interface Entrance {

    /** Waits until this client can call, and says as whom; null when nobody can any more. */
    @Nullable Session await(int client) throws InterruptedException;

    /** There was no answer to this client where it was sent. */
    default void unanswered(int client) {}
}
