package io.daybook.standalone.book;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A unit that waits for its turn, and what became of it. Once it is in the queue, touched by the writer's thread only. */
final class Queued {

    private final BookUnit unit;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private long first;
    private @Nullable Throwable failure;

    Queued(BookUnit unit) {
        this.unit = unit;
    }

    BookUnit unit() {
        return unit;
    }

    CompletableFuture<@Nullable Void> done() {
        return done;
    }

    /** Its events have positions from here on, if the transaction that is under way succeeds. */
    void startAt(long position) {
        first = position;
    }

    long first() {
        return first;
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    boolean failed() {
        return failure != null;
    }

    /** Tells whoever waits. */
    void tell() {
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }
}
