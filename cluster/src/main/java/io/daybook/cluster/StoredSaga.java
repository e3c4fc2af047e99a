package io.daybook.cluster;

import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A saga as a document. Its key is what it is about and not its identifier: so there is one document for each order, also
 * after its saga has ended and another has begun, and a writer that comes late cannot bring an ended one back.
 *
 * @param about what the saga is associated with
 * @param state the saga, in bytes
 * @param ended it remains as a mark of how far the saga had come
 */
record StoredSaga(String id, String type, AssociationValue about, SerializedObject<byte[]> state, boolean ended) {

    static final String SAGA = "saga";
    static final String POSITION = "position";
    static final String ENDED_AT = "endedAt";

    private static final String TYPE = "type";
    private static final String ABOUT = "about";
    private static final String STATE = "state";
    private static final String STATE_TYPE = "stateType";
    private static final String REVISION = "revision";

    static String key(String type, AssociationValue about) {
        return type + "/" + about.getKey() + "=" + about.getValue();
    }

    String key() {
        return key(type, about);
    }

    Set<AssociationValue> associations() {
        return Set.of(about);
    }

    StoredSaga end() {
        return new StoredSaga(id, type, about, state, true);
    }

    /** @param now only used when it has ended: such documents are deleted some time later */
    Document write(long position, Date now) {
        Document document = new Document("_id", key())
                .append(SAGA, id)
                .append(TYPE, type)
                .append(ABOUT, new Document("key", about.getKey()).append("value", about.getValue()))
                .append(STATE, new Binary(state.getData()))
                .append(STATE_TYPE, state.getType().getName())
                .append(REVISION, state.getType().getRevision())
                .append(POSITION, position);
        return ended ? document.append(ENDED_AT, now) : document;
    }

    static StoredSaga read(Document document) {
        Document about = document.get(ABOUT, Document.class);
        return new StoredSaga(
                document.getString(SAGA),
                document.getString(TYPE),
                new AssociationValue(about.getString("key"), about.getString("value")),
                new SimpleSerializedObject<>(
                        document.get(STATE, Binary.class).getData(),
                        byte[].class,
                        document.getString(STATE_TYPE),
                        document.getString(REVISION)),
                document.get(ENDED_AT) != null);
    }

    boolean isSameAs(StoredSaga other) {
        return id.equals(other.id)
                && ended == other.ended
                && state.getType().equals(other.state.getType())
                && Arrays.equals(state.getData(), other.state.getData());
    }
}
