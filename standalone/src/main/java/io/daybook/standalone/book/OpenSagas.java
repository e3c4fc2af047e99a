package io.daybook.standalone.book;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/** All open sagas, by identifier and by association. Any number of threads, each saga changed by one at a time. */
final class OpenSagas {

    private record Association(String sagaType, AssociationValue value) {}

    private final Map<String, StoredSaga> sagas = new ConcurrentHashMap<>();
    private final Map<Association, Set<String>> identifiers = new ConcurrentHashMap<>();

    @Nullable StoredSaga get(String id) {
        return sagas.get(id);
    }

    int size() {
        return sagas.size();
    }

    /** The identifiers of the sagas of this type with this association. */
    Set<String> find(String sagaType, AssociationValue value) {
        return identifiers.getOrDefault(new Association(sagaType, value), Set.of());
    }

    void put(StoredSaga saga) {
        StoredSaga before = sagas.put(saga.id(), saga);
        for (AssociationValue value : saga.associations()) {
            identifiers.merge(new Association(saga.type(), value), Set.of(saga.id()), OpenSagas::union);
        }
        if (before != null) {
            before.associations().stream()
                    .filter(value -> !saga.associations().contains(value))
                    .forEach(value -> forget(before, value));
        }
    }

    void remove(String id) {
        StoredSaga before = sagas.remove(id);
        if (before != null) {
            before.associations().forEach(value -> forget(before, value));
        }
    }

    private void forget(StoredSaga saga, AssociationValue value) {
        identifiers.computeIfPresent(new Association(saga.type(), value), (association, ids) -> {
            Set<String> others = new HashSet<>(ids);
            others.remove(saga.id());
            return others.isEmpty() ? null : Set.copyOf(others);
        });
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
