package io.daybook.saga.tiers;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;

/**
 * What the policy remembers, in the store of sagas: it is written together with the token of the batch of events from which
 * it follows, or carries the position that it reflects, so that no event is counted twice.
 */
final class PolicyStates {

    private static final String KEY = "tierPolicy";
    private static final String BATCH = "TierPolicyStates";

    private final SagaStore<Object> store;

    PolicyStates(SagaStore<Object> store) {
        this.store = store;
    }

    private static final class State {
        private final Class<?> type;
        private final AssociationValue about;
        private @Nullable String id;
        private @Nullable Object stored;
        private @Nullable Object value;
        private boolean changed;

        State(Class<?> type, AssociationValue about) {
            this.type = type;
            this.about = about;
        }
    }

    /** What is remembered under this name; null when nothing is. */
    <T> @Nullable T find(Class<T> type, String name) {
        return type.cast(state(type, name).value);
    }

    /** The same as it was before the present batch. */
    <T> @Nullable T stored(Class<T> type, String name) {
        return type.cast(state(type, name).stored);
    }

    /** Remembers it, from the end of the present batch on. */
    <T> void put(Class<T> type, String name, T value) {
        State state = state(type, name);
        state.value = value;
        state.changed = true;
    }

    private State state(Class<?> type, String name) {
        return batch().computeIfAbsent(type.getSimpleName() + "/" + name, key -> load(type, key));
    }

    private State load(Class<?> type, String key) {
        State state = new State(type, new AssociationValue(KEY, key));
        for (String id : store.findSagas(type, state.about)) {
            SagaStore.Entry<?> entry = store.loadSaga(type, id);
            if (entry != null) {
                state.id = id;
                state.stored = entry.saga();
                state.value = state.stored;
            }
        }
        return state;
    }

    private Map<String, State> batch() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.getOrComputeResource(BATCH, key -> {
            Map<String, State> states = new HashMap<>();
            batch.onPrepareCommit(ending -> states.forEach(this::write));
            return states;
        });
    }

    private void write(String key, State state) {
        Object value = state.value;
        if (!state.changed || value == null) {
            return;
        }
        Set<AssociationValue> about = Set.of(state.about);
        if (state.id == null) {
            store.insertSaga(state.type, key, value, about);
        } else {
            store.updateSaga(state.type, state.id, value, new AssociationValuesImpl(about));
        }
    }
}
