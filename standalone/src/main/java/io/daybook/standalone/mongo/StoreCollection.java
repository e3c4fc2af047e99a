package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A collection in the store. Writers take turns; readers do not wait for them, and see each document as it was or is. */
final class StoreCollection extends AbstractMongoCollection<String> {

    private final Documents documents;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Documents documents) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        String after = inOrderOfIdsAfter(query, order);
        if (after != null && skip == 0 && limit > 0) {
            return matchDocuments(query, documents.keysAfter(Keys.of(after), limit), null, 0, 0, batchSize, fields);
        }
        Collection<String> candidates =
                order == null || limit == 0 ? mayMatch(query) : mayBeFirst(query, order, skip + limit);
        if (candidates != null) {
            return matchDocuments(query, candidates, order, skip, limit, batchSize, fields);
        }
        return super.queryDocuments(query, order, skip, limit, batchSize, fields);
    }

    private @Nullable Collection<String> mayMatch(Document query) {
        return Conditions.of(query).candidates(getIdField(), getIndexes(), Integer.MAX_VALUE);
    }

    /** All that may match where they are few, else those that come first; null when no index helps. */
    private @Nullable Collection<String> mayBeFirst(Document query, Document order, int wanted) {
        Collection<String> few = Conditions.of(query).candidates(getIdField(), getIndexes(), fewOf(wanted));
        if (few != null) {
            return few;
        }
        List<String> first = firstByDate(query, order, wanted);
        return first == null ? mayMatch(query) : first;
    }

    /**
     * So many are sorted in the time it takes to go through all documents in their order until enough are found: where one in
     * n matches, n times as many are passed as are wanted.
     */
    private int fewOf(int wanted) {
        return (int) Math.sqrt((double) wanted * documents.size());
    }

    /** At least so many that match, if there are so many, and all those with the last one's date; null when no index has that order. */
    private @Nullable List<String> firstByDate(Document query, Document order, int wanted) {
        Map.Entry<String, Object> by = order.entrySet().iterator().next();
        for (Index<String> index : getIndexes()) {
            if (index instanceof SecondaryIndex secondary
                    && secondary.field().equals(by.getKey())
                    && secondary.isByDate(documents.size())) {
                return firstOf(secondary.inOrder(((Number) by.getValue()).intValue() < 0), query, wanted);
            }
        }
        return null;
    }

    private List<String> firstOf(Iterator<String> entries, Document query, int wanted) {
        List<String> found = new ArrayList<>();
        String last = "";
        while (entries.hasNext()) {
            String entry = entries.next();
            int end = entry.indexOf(Keys.END);
            String date = entry.substring(0, end);
            if (found.size() >= wanted && !date.equals(last)) {
                break;
            }
            String key = entry.substring(end + 1);
            Document document = documents.get(key);
            if (document != null && documentMatchesQuery(document, query)) {
                found.add(key);
                last = date;
            }
        }
        return found;
    }

    /** The id after which a page begins of all documents in the order of their ids; null for any other question. */
    private static @Nullable String inOrderOfIdsAfter(Document query, @Nullable Document order) {
        boolean inOrder = order != null
                && order.size() == 1
                && order.get("_id") instanceof Number direction
                && direction.intValue() == 1;
        return inOrder
                        && query.size() == 1
                        && query.get("_id") instanceof Document demand
                        && demand.size() == 1
                        && demand.get("$gt") instanceof String id
                ? id
                : null;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<String> keys,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        return matchDocumentsFromStream(existing(keys), query, order, skip, limit, batchSize, fields);
    }

    /** One after the other, as they are asked for: all together they may be more than there is memory for. */
    private Stream<Document> existing(Iterable<String> keys) {
        return StreamSupport.stream(keys.spliterator(), false)
                .map(documents::get)
                .filter(Objects::nonNull); // It may have gone since the index was read.
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        return matchDocumentsFromStream(documents.all(), query, order, skip, limit, batchSize, fields);
    }

    @Override
    protected String addDocumentInternal(Document document) {
        String idField = getIdField();
        String key = Keys.of(idField == null ? UUID.randomUUID().toString() : document.get(idField));
        documents.put(key, document);
        return key;
    }

    @Override
    protected void handleUpdate(String key, Document before, Document after) {
        documents.put(key, after);
    }

    @Override
    protected void removeDocument(String key) {
        if (!documents.remove(key)) {
            throw new NoSuchElementException("no document " + key + " in " + this);
        }
    }

    @Override
    protected @Nullable Document getDocument(String key) {
        return documents.get(key);
    }

    @Override
    protected Stream<DocumentWithPosition<String>> streamAllDocumentsWithPosition() {
        return documents.keys().flatMap(key -> {
            Document document = documents.get(key);
            return document == null ? Stream.empty() : Stream.of(new DocumentWithPosition<>(document, key));
        });
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || skip > 0 || limit > 0) {
            return super.count(query, skip, limit);
        }
        OptionalInt counted = countedByIndex(query);
        if (counted.isPresent()) {
            return counted.getAsInt();
        }
        Collection<String> candidates = mayMatch(query);
        Stream<Document> all = candidates == null ? documents.all() : existing(candidates);
        return (int)
                all.filter(document -> documentMatchesQuery(document, query)).count();
    }

    private OptionalInt countedByIndex(Document query) {
        if (query.size() == 1) {
            Map.Entry<String, Object> only = query.entrySet().iterator().next();
            for (Index<String> index : getIndexes()) {
                if (index instanceof SecondaryIndex secondary
                        && secondary.field().equals(only.getKey())
                        && only.getValue() instanceof String value) {
                    return OptionalInt.of(secondary.count(value));
                }
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public boolean isEmpty() {
        return documents.size() == 0;
    }

    @Override
    protected boolean tracksDataSize() {
        return false; // It would encode each document twice more, only for statistics.
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized void addIndex(Index<String> index) {
        super.addIndex(index);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> added, boolean ordered) {
        return super.insertDocuments(added, ordered);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        String key = multi ? null : replacedAsWhole(selector, update);
        return key == null
                ? super.updateDocuments(selector, update, filters, multi, upsert, oplog)
                : replace(key, selector, update, upsert);
    }

    /** The key of the one document that is to be replaced, if that is what is asked for. */
    private @Nullable String replacedAsWhole(Document selector, Document update) {
        Object id = selector.get("_id");
        boolean whole = id instanceof String
                && id.equals(update.get("_id"))
                && update.keySet().stream().noneMatch(field -> field.startsWith("$"));
        return whole ? Keys.of(id) : null;
    }

    /** What views do all day. The general way, made for operators, takes three times as long. */
    private Document replace(String key, Document selector, Document after, boolean upsert) {
        Document before = documents.get(key);
        if (before != null && documentMatchesQuery(before, selector)) {
            for (Index<String> index : getIndexes()) {
                index.checkUpdate(before, after, this);
            }
            for (Index<String> index : getIndexes()) {
                index.updateInPlace(before, after, key, this);
            }
            documents.put(key, after);
            return new Document("n", 1).append("nModified", 1);
        }
        Document answer = new Document("n", 0).append("nModified", 0);
        if (upsert) {
            super.addDocument(after); // Fails when there is one that does not match, as it should.
            answer.append("upserted", after.get("_id"));
        }
        return answer;
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
    }
}
