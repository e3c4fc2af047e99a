package io.daybook.query.projection;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far one view has come in the log. It has reached a position when every event up to there that concerns it has been
 * applied; events that do not concern it count as they pass, without a write.
 *
 * <p>One thread reads the log and calls {@link #passed}, one other applies and calls {@link #applied}; anyone may ask. While
 * another instance works on the view, this one knows what it has {@link #heard} of it.
 */
public final class ViewProgress {

    private final String view;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private volatile long seen = -1;
    private volatile long concerned = -1;
    private volatile long applied = -1;
    private volatile long heard = -1;
    private volatile @Nullable Object claimant;

    public ViewProgress(String view) {
        this.view = view;
    }

    public String view() {
        return view;
    }

    /** The position that answers reflect at least; -1 before the first event. */
    public long reached() {
        if (claimant == null) {
            return heard;
        }
        // In this order: what has been seen by now was announced as concerning the view before, or does not.
        long seenNow = seen;
        long toApply = concerned;
        long appliedNow = applied;
        return appliedNow >= toApply ? Math.max(appliedNow, seenNow) : appliedNow;
    }

    /** Completes when the position is reached or the time is up, whichever is first; never fails. */
    public CompletableFuture<Void> await(long position, Duration atMost) {
        if (reached() >= position) {
            return CompletableFuture.completedFuture(null);
        }
        Waiting reader = new Waiting(position, new CompletableFuture<>());
        waiting.add(reader);
        reader.done.completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS);
        // It may have been reached in between, and nobody would come to say so.
        wake();
        return reader.done;
    }

    /** The next event of the log was read. */
    void passed(long position, boolean concernsTheView) {
        if (concernsTheView) {
            concerned = Math.max(concerned, position);
        }
        seen = Math.max(seen, position);
        if (!concernsTheView && !waiting.isEmpty()) {
            wake();
        }
    }

    /** All events up to this position that concern the view are in its documents. */
    void applied(long position) {
        applied = Math.max(applied, position);
        wake();
    }

    /** Somebody in this process works on the view from now on; all up to this position is in its documents. */
    synchronized void claimed(Object by, long position) {
        claimant = by;
        applied(position);
    }

    /** He no longer works on the view; nothing changes if meanwhile somebody else here does. */
    synchronized void lost(Object by) {
        if (by.equals(claimant)) {
            heard = reached();
            claimant = null;
        }
    }

    /** Whether somebody in this process works on the view. */
    public boolean isClaimed() {
        return claimant != null;
    }

    boolean isClaimedBy(Object somebody) {
        return somebody.equals(claimant);
    }

    /** Another instance, which works on the view, has come as far as this. */
    void heard(long position) {
        if (position > heard) {
            heard = position;
            wake();
        }
    }

    private void wake() {
        long now = reached();
        for (Iterator<Waiting> readers = waiting.iterator(); readers.hasNext(); ) {
            Waiting reader = readers.next();
            if (reader.position <= now) {
                reader.done.complete(null);
            }
            if (reader.done.isDone()) {
                readers.remove();
            }
        }
    }

    private record Waiting(long position, CompletableFuture<Void> done) {}
}
