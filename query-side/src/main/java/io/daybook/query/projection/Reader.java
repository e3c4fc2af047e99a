package io.daybook.query.projection;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import org.bson.Document;

/** Reads a view not before it has reached the position that a reader asks for, or the time is up. */
public final class Reader {

    private final ViewDatabase database;
    private final LiveView live;
    private final ViewProgress progress;
    private final Duration patience;
    private final Executor threads;

    /**
     * @param patience how long a position is waited for at most; then the answer is what the view has
     * @param threads  where answers are read that had to wait; no thread is held while waiting
     */
    Reader(ViewDatabase database, LiveView live, ViewProgress progress, Duration patience, Executor threads) {
        this.database = database;
        this.live = live;
        this.progress = progress;
        this.patience = patience;
        this.threads = threads;
    }

    /**
     * The documents as they are now. Another copy may take their place at any time: ask for them once for each answer, and for
     * the {@link #position} before, because the copy that comes never reflects less.
     */
    public MongoCollection<Document> documents() {
        return live.documents(database);
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
