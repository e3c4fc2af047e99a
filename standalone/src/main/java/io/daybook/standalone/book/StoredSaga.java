package io.daybook.standalone.book;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A saga as the book keeps it: its state in bytes, and what it is associated with.
 *
 * @param instance the object whose state this is, as long as nobody has taken it
 */
record StoredSaga(
        String id,
        String type,
        SerializedObject<byte[]> state,
        Set<AssociationValue> associations,
        AtomicReference<@Nullable Object> instance) {

    private static final JsonMapper JSON = JsonMapper.shared();

    StoredSaga {
        associations = Set.copyOf(associations);
    }

    static StoredSaga read(
            String id, String type, String stateType, String stateRevision, byte[] state, byte[] associations) {
        return new StoredSaga(
                id,
                type,
                new SimpleSerializedObject<>(state, byte[].class, stateType, stateRevision),
                Arrays.stream(JSON.readValue(associations, String[][].class))
                        .map(pair -> new AssociationValue(pair[0], pair[1]))
                        .collect(Collectors.toSet()),
                new AtomicReference<>());
    }

    /**
     * An object of this state, for the caller alone: who has it may change it, whatever then becomes of that. The next one is
     * made from the bytes, unless it is given back with what is stored.
     */
    Object take(Serializer serializer) {
        Object taken = instance.getAndSet(null);
        return taken == null ? serializer.deserialize(state) : taken;
    }

    /** The associations as JSON, pairs of key and value. */
    byte[] associationBytes() {
        return JSON.writeValueAsBytes(associations.stream()
                .map(value -> new String[] {value.getKey(), value.getValue()})
                .toArray(String[][]::new));
    }

    /** Whether nothing would change if the other one were written in its place. */
    boolean isSameAs(StoredSaga other) {
        return associations.equals(other.associations)
                && state.getType().equals(other.state.getType())
                && Arrays.equals(state.getData(), other.state.getData());
    }
}
