package io.daybook.query.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToRetrieveIdentifierException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one view, kept beside its documents. There is no transaction around both, so the order is everything: what a
 * batch changes is written, or left where readers have it written first; documents are written before the token that says so;
 * and only then is the new position made known.
 *
 * <p>The order is made here, and not by the event handlers, because Axon stores the token as the first thing of preparing
 * the commit, before anything that a handler of the batch can register. Both are done under the gate of the live view.
 *
 * <p>A token is not stored after each batch: reading events again that are in the documents changes nothing there, so it may
 * be behind. It is stored when that was last done some time ago, and before the view is idle or given up.
 */
final class ViewTokenStore implements TokenStore {

    private final TokenStore tokens;
    private final ViewUpdates<?, ?> updates;
    private final ViewProgress progress;
    private final long everyNanos;
    private long storedNanos = System.nanoTime();
    private @Nullable TrackingToken unstored;

    /** @param every how often a token is stored at most, as long as there are new events */
    ViewTokenStore(TokenStore tokens, ViewUpdates<?, ?> updates, ViewProgress progress, Duration every) {
        this.tokens = tokens;
        this.updates = updates;
        this.progress = progress;
        this.everyNanos = every.toNanos();
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        List<Runnable> afterwards = new ArrayList<>(1);
        LiveView live = updates.live();
        live.gate().lock();
        try {
            live.advance(
                    () -> {
                        CurrentUnitOfWork.ifStarted(batch -> afterwards.add(updates.take()));
                        storeIfDue(token, processorName, segment);
                    },
                    positionOf(token));
        } finally {
            live.gate().unlock();
        }
        CurrentUnitOfWork.ifStarted(batch -> batch.afterCommit(committed -> {
            progress.applied(positionOf(token));
            afterwards.forEach(Runnable::run);
        }));
    }

    /** Under the gate, after the batch has been taken. */
    private void storeIfDue(@Nullable TrackingToken token, String processorName, int segment) {
        unstored = token;
        if (token == null || System.nanoTime() - storedNanos >= everyNanos) {
            storeNow(token, processorName, segment);
        }
    }

    private void storeNow(@Nullable TrackingToken token, String processorName, int segment) {
        updates.live().complete();
        claimed(() -> tokens.storeToken(token, processorName, segment));
        unstored = null;
        storedNanos = System.nanoTime();
    }

    /** Stores the token that has been left; returns whether there was one. */
    private boolean storeWhatIsLeft(String processorName, int segment) {
        Lock gate = updates.live().gate();
        gate.lock();
        try {
            if (unstored == null) {
                return false;
            }
            storeNow(unstored, processorName, segment);
            return true;
        } finally {
            gate.unlock();
        }
    }

    private void forgetWhatIsLeft() {
        Lock gate = updates.live().gate();
        gate.lock();
        unstored = null;
        gate.unlock();
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        return resumedAt(tokens.fetchToken(processorName, segment));
    }

    @Override
    public TrackingToken fetchToken(String processorName, Segment segment) {
        return resumedAt(tokens.fetchToken(processorName, segment));
    }

    private TrackingToken resumedAt(TrackingToken token) {
        forgetWhatIsLeft();
        updates.resumed(positionOf(token));
        progress.claimed(this, positionOf(token));
        return token;
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount) {
        tokens.initializeTokenSegments(processorName, segmentCount);
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
        tokens.initializeTokenSegments(processorName, segmentCount, initialToken);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
        tokens.initializeSegment(token, processorName, segment);
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        if (!storeWhatIsLeft(processorName, segment)) {
            claimed(() -> tokens.extendClaim(processorName, segment));
        }
    }

    /** Does what only the owner of the token can do. */
    private void claimed(Runnable action) {
        try {
            action.run();
        } catch (UnableToClaimTokenException taken) {
            progress.lost(this);
            throw taken;
        }
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        progress.lost(this);
        try {
            storeWhatIsLeft(processorName, segment);
        } catch (UnableToClaimTokenException taken) {
            forgetWhatIsLeft(); // Who has it now reads those events again.
        }
        tokens.releaseClaim(processorName, segment);
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        tokens.deleteToken(processorName, segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return tokens.requiresExplicitSegmentInitialization();
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return tokens.fetchSegments(processorName);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        return tokens.fetchAvailableSegments(processorName);
    }

    /** Of two instances that start for the first time at once, both write it: the one that comes second reads it then. */
    @Override
    public Optional<String> retrieveStorageIdentifier() {
        try {
            return tokens.retrieveStorageIdentifier();
        } catch (UnableToRetrieveIdentifierException second) {
            return tokens.retrieveStorageIdentifier();
        }
    }
}
