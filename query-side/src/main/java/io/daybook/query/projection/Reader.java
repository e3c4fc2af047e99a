package io.daybook.query.projection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;

/** Reads a view not before it has reached the position that a reader asks for, or the time is up. */
public final class Reader {

    private final ViewProgress progress;
    private final Duration patience;
    private final Executor threads;

    /**
     * @param patience how long a position is waited for at most; then the answer is what the view has
     * @param threads  where answers are read that had to wait; no thread is held while waiting
     */
    public Reader(ViewProgress progress, Duration patience, Executor threads) {
        this.progress = progress;
        this.patience = patience;
        this.threads = threads;
    }

    /** The position that an answer read after this call reflects. */
    public long position() {
        return progress.reached();
    }

    /** Reads at this position at least: at once, in the calling thread, if it has been reached already. */
    public <A> CompletableFuture<A> at(long atLeast, LongFunction<A> read) {
        if (position() >= atLeast) {
            return CompletableFuture.completedFuture(read.apply(position()));
        }
        return progress.await(atLeast, patience).thenApplyAsync(reached -> read.apply(position()), threads);
    }
}
