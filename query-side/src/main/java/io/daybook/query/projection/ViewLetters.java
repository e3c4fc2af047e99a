package io.daybook.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The events that one copy of a view has put aside. They are as disposable as the copy: one that is made anew meets the same
 * events again, and in the log behind them what was decided about them. Who works on the view has them in memory.
 */
final class ViewLetters {

    /** The collection with the letters of all views. */
    static final String COLLECTION = "letters";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> documents;
    private final String copy;
    private final Map<String, NavigableMap<Long, Letter>> sequences = new ConcurrentHashMap<>();

    /** @param copy name of the collection that is the copy */
    ViewLetters(ViewDatabase database, String copy) {
        this.documents = database.collection(COLLECTION);
        this.copy = copy;
        documents.createIndex(new Document(Letter.COPY, 1).append(Letter.POSITION, 1));
        find(database, copy).forEach(this::remember);
    }

    /** The letters of a copy in the order of the log. */
    static List<Letter> find(ViewDatabase database, String copy) {
        return database.collection(COLLECTION)
                .find(Filters.eq(Letter.COPY, copy))
                .sort(Sorts.ascending(Letter.POSITION))
                .map(Letter::read)
                .into(new ArrayList<>());
    }

    boolean isOf(String collection) {
        return copy.equals(collection);
    }

    boolean isEmpty() {
        return sequences.isEmpty();
    }

    /** Whether the event of the owner at this position, or one before it, was put aside. */
    boolean holds(String owner, long position) {
        NavigableMap<Long, Letter> sequence = sequences.get(owner);
        return sequence != null && sequence.floorKey(position) != null;
    }

    @Nullable Letter at(String owner, long position) {
        NavigableMap<Long, Letter> sequence = sequences.get(owner);
        return sequence == null ? null : sequence.get(position);
    }

    /** In the order of the log. */
    List<Letter> of(String owner) {
        NavigableMap<Long, Letter> sequence = sequences.get(owner);
        return sequence == null ? List.of() : List.copyOf(sequence.values());
    }

    /** Those that are there already are written anew. */
    void put(Collection<Letter> letters) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        letters.forEach(letter ->
                writes.add(new ReplaceOneModel<>(Filters.eq("_id", letter.id(copy)), letter.write(copy), UPSERT)));
        write(writes);
        letters.forEach(this::remember);
    }

    void remove(Collection<Letter> letters) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        letters.forEach(letter -> writes.add(new DeleteOneModel<>(Filters.eq("_id", letter.id(copy)))));
        write(writes);
        letters.forEach(letter -> sequences.computeIfPresent(letter.owner(), (owner, sequence) -> {
            sequence.remove(letter.position());
            return sequence.isEmpty() ? null : sequence;
        }));
    }

    private void write(List<WriteModel<Document>> writes) {
        if (!writes.isEmpty()) {
            documents.bulkWrite(writes);
        }
    }

    private void remember(Letter letter) {
        sequences
                .computeIfAbsent(letter.owner(), owner -> new ConcurrentSkipListMap<>())
                .put(letter.position(), letter);
    }
}
