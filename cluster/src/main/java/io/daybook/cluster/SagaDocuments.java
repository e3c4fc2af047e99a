package io.daybook.cluster;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Sagas in MongoDB, for sagas that are about one thing: each has one association, from its begin to its end.
 *
 * <p>What a batch of events changes is written with one {@code bulkWrite} as it commits, before its token ({@link
 * SagaTokenStore}). There is no transaction around both; instead each document carries the position in the log that it
 * reflects, and a write from an earlier position is dropped. So a batch that is processed again after a crash changes
 * nothing, and an instance that was stopped for so long that another has taken over its part cannot set a saga back.
 *
 * <p>What was written last is remembered until a token is claimed: while this instance owns the token, nobody else writes.
 */
final class SagaDocuments implements SagaStore<Object> {

    static final String COLLECTION = "sagas";

    private static final Duration ENDED_KEPT = Duration.ofDays(1);
    private static final int REMEMBERED = 10_000;
    private static final String CHANGES = "SagaChanges";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> documents;
    private final Serializer serializer;
    private final Clock clock;
    private final Map<String, StoredSaga> remembered = Collections.synchronizedMap(new WrittenLast());

    private static final class WrittenLast extends LinkedHashMap<String, StoredSaga> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StoredSaga> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** What a unit of work has found and changed, by saga. */
    private static final class Changes {
        private final Map<String, StoredSaga> found = new HashMap<>();
        private final Map<String, StoredSaga> changed = new LinkedHashMap<>();
    }

    SagaDocuments(StoreDatabase database, Serializer serializer, Clock clock) {
        this.documents = database.collection(COLLECTION);
        this.serializer = serializer;
        this.clock = clock;
        documents.createIndex(new Document(StoredSaga.SAGA, 1));
        documents.createIndex(
                new Document(StoredSaga.ENDED_AT, 1),
                new IndexOptions().expireAfter(ENDED_KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /** Others may have written since. */
    void forget() {
        remembered.clear();
    }

    @Override
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        String key = StoredSaga.key(type(sagaType), association);
        StoredSaga saga = changes().changed.get(key);
        if (saga == null) {
            saga = remembered.get(key);
        }
        if (saga == null) {
            Document document = documents.find(Filters.eq("_id", key)).first();
            saga = document == null ? null : StoredSaga.read(document);
        }
        if (saga == null || saga.ended()) {
            return Set.of();
        }
        changes().found.put(saga.id(), saga);
        return Set.of(saga.id());
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's interface is not annotated; null says that there is no such saga
    public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String id) {
        StoredSaga saga = stored(id);
        if (saga == null || saga.ended()) {
            return null;
        }
        return new Loaded<>(saga.associations(), sagaType.cast(serializer.deserialize(saga.state())));
    }

    private record Loaded<S>(Set<AssociationValue> associationValues, S saga) implements Entry<S> {}

    private @Nullable StoredSaga stored(String id) {
        StoredSaga found = changes().found.get(id);
        if (found != null) {
            return found;
        }
        Document document = documents.find(Filters.eq(StoredSaga.SAGA, id)).first();
        return document == null ? null : StoredSaga.read(document);
    }

    @Override
    public void insertSaga(Class<?> sagaType, String id, Object saga, Set<AssociationValue> associations) {
        if (associations.size() != 1) {
            throw new IllegalArgumentException(
                    "%s must be about one thing, and is about %s".formatted(sagaType.getName(), associations));
        }
        put(new StoredSaga(
                id, type(sagaType), associations.iterator().next(), serializer.serialize(saga, byte[].class), false));
    }

    /** An event that leaves a saga as it was costs no write. */
    @Override
    public void updateSaga(Class<?> sagaType, String id, Object saga, AssociationValues associations) {
        StoredSaga before = stored(id);
        StoredSaga after = new StoredSaga(
                id,
                type(sagaType),
                associations.asSet().iterator().next(),
                serializer.serialize(saga, byte[].class),
                false);
        if (before == null || !after.isSameAs(before)) {
            put(after);
        }
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String id, Set<AssociationValue> associations) {
        StoredSaga before = stored(id);
        if (before != null) {
            put(before.end());
        }
    }

    private void put(StoredSaga saga) {
        changes().changed.put(saga.key(), saga);
        changes().found.put(saga.id(), saga);
    }

    private static Changes changes() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(CHANGES, key -> new Changes());
    }

    /** Writes what the unit of work has changed, unless a document reflects a later position already. */
    void write(UnitOfWork<?> batch) {
        Changes changes = batch.root().getResource(CHANGES);
        if (changes == null || changes.changed.isEmpty()) {
            return;
        }
        long position = position(batch);
        Date now = Date.from(clock.instant());
        List<WriteModel<Document>> writes = new ArrayList<>(changes.changed.size());
        changes.changed.forEach((key, saga) -> writes.add(new ReplaceOneModel<>(
                new Document("_id", key).append(StoredSaga.POSITION, new Document("$lt", position)),
                saga.write(position, now),
                UPSERT)));
        try {
            documents.bulkWrite(writes, UNORDERED);
            remembered.putAll(changes.changed);
        } catch (MongoBulkWriteException failure) {
            // A document that is as far or further does not match, and cannot be inserted again.
            forget();
            if (failure.getWriteConcernError() != null
                    || !failure.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw failure;
            }
        }
    }

    private static long position(UnitOfWork<?> unitOfWork) {
        Object last = unitOfWork.getMessage();
        if (unitOfWork instanceof BatchingUnitOfWork<?> batch) {
            last = batch.getMessages().get(batch.getMessages().size() - 1);
        }
        return ((TrackedEventMessage<?>) last).trackingToken().position().orElseThrow();
    }

    private String type(Class<?> sagaType) {
        return serializer.typeForClass(sagaType).getName();
    }
}
