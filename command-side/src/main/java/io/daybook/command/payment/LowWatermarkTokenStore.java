package io.daybook.command.payment;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Stores for the payment gateway the position before its oldest open errand instead of the one that it has read up to, so
 * that whoever reads on from there, after a restart or on another machine, meets every open intent again.
 */
final class LowWatermarkTokenStore implements TokenStore {

    private final TokenStore store;
    private final OpenErrands errands;

    LowWatermarkTokenStore(TokenStore store, OpenErrands errands) {
        this.store = store;
        this.errands = errands;
    }

    /** Called as the unit of work of a batch prepares its commit, or outside of any when there was nothing to handle. */
    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        ErrandsOfBatch batch =
                CurrentUnitOfWork.isStarted() ? ErrandsOfBatch.of(CurrentUnitOfWork.get()) : new ErrandsOfBatch();
        store.storeToken(errands.advance(segment, batch, token), processor, segment);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return begin(segment, store.fetchToken(processor, segment));
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, Segment segment) {
        return begin(segment.getSegmentId(), store.fetchToken(processor, segment));
    }

    private @Nullable TrackingToken begin(int segment, @Nullable TrackingToken token) {
        errands.begin(segment, token);
        return token;
    }

    @Override
    public void extendClaim(String processor, int segment) {
        store.extendClaim(processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        errands.end(segment);
        store.releaseClaim(processor, segment);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        store.initializeTokenSegments(processor, segments);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken initial) {
        store.initializeTokenSegments(processor, segments, initial);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        store.initializeSegment(token, processor, segment);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        errands.end(segment);
        store.deleteToken(processor, segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return store.requiresExplicitSegmentInitialization();
    }

    @Override
    public int[] fetchSegments(String processor) {
        return store.fetchSegments(processor);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return store.fetchAvailableSegments(processor);
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return store.retrieveStorageIdentifier();
    }
}
