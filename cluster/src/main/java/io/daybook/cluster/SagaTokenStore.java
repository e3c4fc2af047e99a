package io.daybook.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToRetrieveIdentifierException;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in MongoDB, each stored after what its batch has changed: first the sagas, then the token. Axon itself stores the
 * token first, and a crash between the two would skip events.
 */
final class SagaTokenStore extends MongoTokenStore {

    private final SagaDocuments sagas;
    private final StoredLetters letters;
    private final long renewNanos;
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();

    private record Stored(@Nullable TrackingToken token, long at) {}

    SagaTokenStore(Builder builder, SagaDocuments sagas, StoredLetters letters, Duration claim) {
        super(builder);
        this.letters = letters;
        this.sagas = sagas;
        this.renewNanos = claim.toNanos() / 4;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().onCommit(batch -> {
                sagas.write(batch);
                store(token, processor, segment);
            });
        } else {
            store(token, processor, segment);
        }
    }

    /**
     * One that stays the same is not stored again before its claim needs it. The token store would take a write within the
     * same millisecond, which changes nothing, for a token that was lost to another instance.
     */
    private void store(@Nullable TrackingToken token, String processor, int segment) {
        String key = processor + "/" + segment;
        long now = System.nanoTime();
        Stored last = stored.get(key);
        if (last == null || !Objects.equals(last.token(), token) || now - last.at() > renewNanos) {
            super.storeToken(token, processor, segment);
            stored.put(key, new Stored(token, now));
        }
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        return claimed(processor, segment, super.fetchToken(processor, segment));
    }

    @Override
    public TrackingToken fetchToken(String processor, Segment segment) {
        return claimed(processor, segment.getSegmentId(), super.fetchToken(processor, segment));
    }

    /** Others may write what is remembered here, from now on. */
    @Override
    public void releaseClaim(String processor, int segment) {
        super.releaseClaim(processor, segment);
        stored.remove(processor + "/" + segment);
        sagas.forget();
    }

    /** Of two instances that start for the first time at once, both write it: the one that comes second reads it then. */
    @Override
    public Optional<String> retrieveStorageIdentifier() {
        try {
            return super.retrieveStorageIdentifier();
        } catch (UnableToRetrieveIdentifierException second) {
            return super.retrieveStorageIdentifier();
        }
    }

    private TrackingToken claimed(String processor, int segment, TrackingToken token) {
        stored.remove(processor + "/" + segment);
        sagas.forget();
        letters.forget();
        return token;
    }
}
