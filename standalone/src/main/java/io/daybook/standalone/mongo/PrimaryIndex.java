package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the documents themselves, which are kept by it. */
final class PrimaryIndex extends AbstractUniqueIndex<String> {

    private final Documents documents;

    PrimaryIndex(String name, List<IndexKey> keys, Documents documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    protected @Nullable String getPosition(KeyValue key) {
        String position = Keys.of(key.get(0));
        return documents.contains(position) ? position : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<String> collection) {
        if (documents.contains(Keys.of(document.get("_id")))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<String> collection) {
        // The server has seen to it that the id stays.
    }

    @Override
    public void updateInPlace(Document before, Document after, String position, MongoCollection<String> collection) {}

    @Override
    public void add(Document document, String position, MongoCollection<String> collection) {
        // By now the document is there.
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, String position) {
        return true;
    }

    @Override
    protected @Nullable String removeDocument(KeyValue key) {
        return getPosition(key); // The collection removes it.
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // See Conditions.
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, String>> getIterable() {
        throw new UnsupportedOperationException("expressions are not looked up in " + this);
    }

    @Override
    public long getCount() {
        return documents.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }
}
