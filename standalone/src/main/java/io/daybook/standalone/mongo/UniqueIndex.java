package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index on other fields: from their values to the document's key. */
final class UniqueIndex extends AbstractUniqueIndex<String> {

    private final MVMap<String, String> positions;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<String, String> positions) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    /** The keys of documents whose only indexed field has this value. */
    Stream<String> having(@Nullable Object value) {
        return Stream.ofNullable(positions.get(Keys.of(value)));
    }

    /** The one field that it indexes; null when there are several. */
    @Nullable String field() {
        return getKeys().size() == 1 ? getKeys().get(0).getKey() : null;
    }

    @Override
    protected @Nullable String getPosition(KeyValue key) {
        return positions.get(Keys.ofAll(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, String position) {
        return positions.putIfAbsent(Keys.ofAll(key), position) == null;
    }

    @Override
    protected @Nullable String removeDocument(KeyValue key) {
        return positions.remove(Keys.ofAll(key));
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
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }
}
