package io.daybook.standalone.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Sagas in the book. Memory holds all open ones and is asked for them. */
final class BookSagaStore implements SagaStore<Object> {

    private static final String UPSERT = "INSERT INTO SagaEntry"
            + " (sagaId, sagaType, payloadType, payloadRevision, payload, associations) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (sagaId) DO UPDATE SET payloadType = excluded.payloadType,"
            + " payloadRevision = excluded.payloadRevision, payload = excluded.payload,"
            + " associations = excluded.associations";
    private static final String DELETE = "DELETE FROM SagaEntry WHERE sagaId = ?";
    private static final String ALL =
            "SELECT sagaId, sagaType, payloadType, payloadRevision, payload, associations FROM SagaEntry";

    private record Key(String saga) {}

    private final BookTransactions transactions;
    private final Serializer serializer;
    private final OpenSagas open = new OpenSagas();

    /** Loads all open sagas. */
    BookSagaStore(BookTransactions transactions, DataSource readers, Serializer serializer) throws SQLException {
        this.transactions = transactions;
        this.serializer = serializer;
        try (Connection connection = readers.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                open.put(StoredSaga.read(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBytes(5),
                        rows.getBytes(6)));
            }
        }
    }

    /** How many sagas are open. */
    int size() {
        return open.size();
    }

    @Override
    public Set<String> findSagas(Class<?> sagaType, AssociationValue associationValue) {
        String type = type(sagaType);
        Set<String> committed = open.find(type, associationValue);
        BookTransaction current = transactions.current();
        if (current == null || current.isEmpty()) {
            return committed;
        }
        Set<String> found = new HashSet<>(committed);
        current.changes().values().forEach(change -> {
            if (change instanceof Deleted deleted) {
                found.remove(deleted.id);
            } else if (change instanceof Stored stored && stored.saga.type().equals(type)) {
                found.remove(stored.saga.id());
                if (stored.saga.associations().contains(associationValue)) {
                    found.add(stored.saga.id());
                }
            }
        });
        return found;
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's interface is not annotated; null says that there is no such saga
    public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String sagaIdentifier) {
        StoredSaga saga = stored(sagaIdentifier);
        if (saga == null) {
            return null;
        }
        return new Loaded<>(saga.associations(), sagaType.cast(saga.take(serializer)));
    }

    private record Loaded<S>(Set<AssociationValue> associationValues, S saga) implements Entry<S> {}

    private @Nullable StoredSaga stored(String id) {
        BookChange pending = transactions.pending(new Key(id));
        if (pending instanceof Stored stored) {
            return stored.saga;
        }
        return pending instanceof Deleted ? null : open.get(id);
    }

    @Override
    public void insertSaga(Class<?> sagaType, String sagaIdentifier, Object saga, Set<AssociationValue> associations) {
        store(new StoredSaga(
                sagaIdentifier,
                type(sagaType),
                serializer.serialize(saga, byte[].class),
                associations,
                new AtomicReference<>(saga)));
    }

    @Override
    public void updateSaga(Class<?> sagaType, String sagaIdentifier, Object saga, AssociationValues associations) {
        insertSaga(sagaType, sagaIdentifier, saga, associations.asSet());
    }

    /** An event that leaves a saga as it was costs no write. */
    private void store(StoredSaga saga) {
        StoredSaga before = stored(saga.id());
        if (before != null && saga.isSameAs(before)) {
            before.instance().set(saga.instance().get());
        } else {
            transactions.put(new Key(saga.id()), new Stored(saga, before == null));
        }
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String sagaIdentifier, Set<AssociationValue> associations) {
        transactions.put(new Key(sagaIdentifier), new Deleted(sagaIdentifier));
    }

    private String type(Class<?> sagaType) {
        return serializer.typeForClass(sagaType).getName();
    }

    private void restore(String id, @Nullable StoredSaga before) {
        if (before == null) {
            open.remove(id);
        } else {
            open.put(before);
        }
    }

    private final class Stored implements BookChange {

        private final StoredSaga saga;
        private final boolean isNew;

        /** @param isNew whether no earlier state of it has been stored, on disk or on its way there */
        Stored(StoredSaga saga, boolean isNew) {
            this.saga = saga;
            this.isNew = isNew;
        }

        @Override
        public BookChange after(BookChange earlier) {
            return new Stored(saga, earlier instanceof Stored stored && stored.isNew);
        }

        @Override
        public void write(Batches batches) throws SQLException {
            batches.add(UPSERT, statement -> {
                statement.setString(1, saga.id());
                statement.setString(2, saga.type());
                statement.setString(3, saga.state().getType().getName());
                statement.setString(4, saga.state().getType().getRevision());
                statement.setBytes(5, saga.state().getData());
                statement.setBytes(6, saga.associationBytes());
            });
        }

        @Override
        public Runnable apply() {
            StoredSaga before = open.get(saga.id());
            open.put(saga);
            return () -> restore(saga.id(), before);
        }
    }

    private final class Deleted implements BookChange {

        private final String id;

        Deleted(String id) {
            this.id = id;
        }

        /** One that has begun and ended between two writes is never written. */
        @Override
        public @Nullable BookChange after(BookChange earlier) {
            return earlier instanceof Stored stored && stored.isNew ? null : this;
        }

        @Override
        public void write(Batches batches) throws SQLException {
            batches.add(DELETE, statement -> statement.setString(1, id));
        }

        @Override
        public Runnable apply() {
            StoredSaga before = open.get(id);
            open.remove(id);
            return () -> restore(id, before);
        }
    }
}
