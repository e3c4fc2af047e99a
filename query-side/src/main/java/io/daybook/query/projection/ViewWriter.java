package io.daybook.query.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Turns batches of events into the documents of one copy of a view: the documents concerned are loaded at once, the events
 * are folded into them in memory, and what changed is written with one {@code bulkWrite}, at once or when it is asked for: a
 * document that changes several times until then is written once. Used by one thread at a time.
 *
 * <p>Each write is conditional on the position that the document reflects already: it never goes back, and a batch that is
 * seen again, in whatever portions, changes nothing. A document that is replaced although it was not loaded needs no
 * more than that: its events in the batch start with one that makes it afresh, so it holds all up to its position.
 *
 * <p>What was written last is remembered, so that a document that soon changes again need not be read back. Being a fold
 * of all its events up to a position, it is right whoever else writes meanwhile.
 */
public final class ViewWriter<E, V> {

    /** The field with the position of the last event that a document reflects. */
    public static final String POSITION = "position";

    /** The field with the position of the first event that a document reflects. */
    public static final String FIRST = "first";

    private static final long UNKNOWN = Long.MAX_VALUE;

    /** When so many documents wait to be written, no more do. */
    private static final int MOST_UNWRITTEN = 500;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final View<E, V> view;
    private final MongoCollection<Document> documents;
    private final Map<String, Written<V>> remembered = Collections.synchronizedMap(new WrittenLast<>());
    private final Map<String, Change<E, V>> unwritten = new LinkedHashMap<>();
    private volatile boolean complete = true;
    private volatile long written = UNKNOWN;

    private record Written<V>(V value, long position, long first) {}

    private static final class WrittenLast<V> extends LinkedHashMap<String, Written<V>> {

        private static final long serialVersionUID = 1L;
        private static final int SIZE = 4_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Written<V>> eldest) {
            return size() > SIZE;
        }
    }

    public ViewWriter(View<E, V> view, MongoCollection<Document> documents) {
        this.view = view;
        this.documents = documents;
    }

    /** Makes the indexes that are missing. */
    public void prepare() {
        view.indexes().forEach(documents::createIndex);
    }

    boolean writesTo(MongoCollection<Document> collection) {
        return documents.getNamespace().equals(collection.getNamespace());
    }

    /** Writes what the batch changes. */
    public void write(ViewBatch<E, V> batch) {
        write(batch, Admission.ALL);
    }

    /** Writes what the events of the batch change that are admitted. */
    public void write(ViewBatch<E, V> batch, Admission admission) {
        long last = fold(batch, admission);
        complete();
        written = last;
        admission.written();
    }

    /**
     * Takes a batch and leaves its documents to be written by {@link #complete}, as long as these are not too many and nobody
     * waits for them. Not for views that {@link View#forgets}.
     */
    void take(ViewBatch<E, V> batch, Admission admission) {
        fold(batch, admission);
        if (unwritten.size() > MOST_UNWRITTEN || admission.awaitsDocuments()) {
            complete();
        }
        admission.written();
    }

    /** Whether the documents reflect all that was taken. Anybody may ask. */
    boolean isComplete() {
        return complete;
    }

    /** Writes what has been taken and not written. When it fails, that is still to be written. */
    void complete() {
        if (unwritten.isEmpty()) {
            return;
        }
        if (!bulkWrite(List.copyOf(unwritten.values()))) {
            remembered.clear();
        }
        unwritten.clear();
        complete = true;
    }

    /** @return the position up to which the documents will have been written then */
    private long fold(ViewBatch<E, V> batch, Admission admission) {
        long writtenBefore = view.forgets() ? writtenBefore() : -1;
        load(batch.changes());
        List<Change<E, V>> changed = new ArrayList<>(batch.changes().size());
        long last = writtenBefore;
        for (Change<E, V> change : batch.changes()) {
            change.fold(view, admission);
            last = Math.max(last, change.last());
            boolean gone = change.value() == null;
            // Opened and closed within the batch leaves nothing behind, unless an earlier attempt wrote it half-way.
            if (gone ? change.existed() || change.afresh() && change.first() <= writtenBefore : change.changed()) {
                changed.add(change);
            }
        }
        admission.folded();
        complete &= changed.isEmpty();
        changed.forEach(change -> unwritten.put(change.id(), change));
        batch.changes().forEach(this::remember);
        return last;
    }

    private void remember(Change<E, V> change) {
        // Taken out first, so that the eldest is the one that was written longest ago.
        remembered.remove(change.id());
        Written<V> now = written(change);
        if (now != null) {
            remembered.put(change.id(), now);
        }
    }

    /** The document that it leaves; null when there is none. */
    private @Nullable Written<V> written(Change<E, V> change) {
        V value = change.value();
        return value == null ? null : new Written<>(value, change.reflects(), change.origin());
    }

    private void load(Collection<Change<E, V>> batch) {
        Map<String, Change<E, V>> unknown = new HashMap<>();
        for (Change<E, V> change : batch) {
            if (change.afresh()) {
                continue;
            }
            Change<E, V> left = unwritten.get(change.id());
            Written<V> last = left == null ? remembered.get(change.id()) : written(left);
            if (last == null) {
                unknown.put(change.id(), change);
            } else {
                change.load(last.value(), last.position(), last.first());
            }
        }
        if (!unknown.isEmpty()) {
            documents
                    .find(Filters.in("_id", unknown.keySet()))
                    .batchSize(unknown.size())
                    .forEach(document -> {
                        Change<E, V> change = unknown.get(document.getString("_id"));
                        if (change != null) {
                            change.load(view.read(document), document.getLong(POSITION), firstOf(document));
                        }
                    });
        }
    }

    /** Documents of an earlier release do not say: they may reflect any event. */
    private static long firstOf(Document document) {
        Long first = document.getLong(FIRST);
        return first == null ? 0 : first;
    }

    private WriteModel<Document> write(Change<E, V> change) {
        V value = change.value();
        if (value == null) {
            return new DeleteOneModel<>(older(change));
        }
        Document document = new Document("_id", change.id());
        document.putAll(view.write(value));
        document.put(POSITION, change.last());
        document.put(FIRST, change.origin());
        return new ReplaceOneModel<>(older(change), document, UPSERT);
    }

    private Bson older(Change<E, V> change) {
        return new Document("_id", change.id()).append(POSITION, new Document("$lt", change.last()));
    }

    /** Whether everything was written; false when some documents were at a further position, which their changes then say. */
    private boolean bulkWrite(List<Change<E, V>> changes) {
        try {
            documents.bulkWrite(changes.stream().map(this::write).toList(), UNORDERED);
            return true;
        } catch (MongoBulkWriteException failure) {
            // A document that is at this position or further does not match the condition, and cannot be inserted
            // again.
            if (failure.getWriteConcernError() != null
                    || !failure.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw failure;
            }
            failure.getWriteErrors()
                    .forEach(error -> changes.get(error.getIndex()).late());
            return false;
        }
    }

    private long writtenBefore() {
        if (written == UNKNOWN) {
            Document newest = documents
                    .find()
                    .projection(Projections.include(POSITION))
                    .sort(Sorts.descending(POSITION))
                    .first();
            return newest == null ? -1 : newest.getLong(POSITION);
        }
        return written;
    }
}
