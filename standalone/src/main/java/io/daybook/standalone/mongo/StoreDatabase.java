package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/** A database in the store: a map of documents for each collection, and a map for each index. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<String> {

    static final String DOCUMENTS = "documents:";
    private static final String INDEX = "index-by-order:";

    /** Of a release whose keys did not keep the order of dates. */
    private static final String FORMER_INDEX = "index:";

    private final MVStore store;

    StoreDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        store.getMapNames().stream()
                .filter(map -> map.startsWith(FORMER_INDEX + name + "."))
                .forEach(store::removeMap);
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<String> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoreCollection(this, name, options, cursorRegistry, documents(name));
    }

    @Override
    protected Index<String> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return isPrimaryKeyIndex(new Document(keys.get(0).getKey(), 1)) && keys.size() == 1
                ? new PrimaryIndex(name, keys, documents(collection))
                : new UniqueIndex(name, keys, sparse, index(collection, name));
    }

    @Override
    protected Index<String> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys, sparse, index(collection, name));
    }

    private Documents documents(String collection) {
        return Documents.open(store, DOCUMENTS + getFullCollectionNamespace(collection));
    }

    private MVMap<String, String> index(String collection, String name) {
        return store.openMap(
                indexMap(collection, name),
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    private String indexMap(String collection, String name) {
        return INDEX + getFullCollectionNamespace(collection) + ":" + name;
    }

    @Override
    protected void dropIndex(MongoCollection<String> collection, String name) {
        super.dropIndex(collection, name);
        store.removeMap(indexMap(collection.getCollectionName(), name));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.removeMap(DOCUMENTS + getFullCollectionNamespace(name));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS + getDatabaseName() + ".")
                        || name.startsWith(INDEX + getDatabaseName() + "."))
                .forEach(store::removeMap);
    }

    /** Not offered: maps of indexes would have to move too, and nobody here renames. */
    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        throw new UnsupportedOperationException("collections cannot be renamed on the embedded server");
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
