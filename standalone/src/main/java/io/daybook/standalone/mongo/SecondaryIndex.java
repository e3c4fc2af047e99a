package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique, on its first field only: what the fields after it say is looked up in the documents. Each
 * value of an array counts.
 */
final class SecondaryIndex extends Index<String> {

    private final MVMap<String, String> entries;
    private final String field;

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<String, String> entries) {
        super(name, keys, sparse);
        this.entries = entries;
        this.field = keys.get(0).getKey();
    }

    String field() {
        return field;
    }

    /** The keys of documents where the field has this value. */
    Stream<String> having(@Nullable Object value) {
        return scan(Keys.of(value) + Keys.END);
    }

    /** How many documents there are where the field has this value; as quick for many as for few. */
    int count(@Nullable Object value) {
        String start = Keys.of(value) + Keys.END;
        String first = entries.ceilingKey(start);
        String last = entries.lowerKey(start + Character.MAX_VALUE);
        if (first == null || last == null || !first.startsWith(start) || !last.startsWith(start)) {
            return 0;
        }
        return (int) (entries.getKeyIndex(last) - entries.getKeyIndex(first)) + 1;
    }

    /** The keys of documents where the field is a text that begins so; one may come several times. */
    Stream<String> beginning(String text) {
        return scan(Keys.startOf(text));
    }

    /** Whether it has one date of each document, so that its order is theirs. */
    boolean isByDate(int documents) {
        String first = entries.firstKey();
        String last = entries.lastKey();
        return first != null
                && last != null
                && first.charAt(0) == Keys.DATE
                && last.charAt(0) == Keys.DATE
                && entries.sizeAsLong() == documents;
    }

    /** The values with the keys of their documents, which follow {@link Keys#END}, in their order. */
    Iterator<String> inOrder(boolean descending) {
        return descending ? entries.keyIteratorReverse(null) : entries.keyIterator(null);
    }

    private Stream<String> scan(String start) {
        Spliterator<String> from = Spliterators.spliteratorUnknownSize(entries.keyIterator(start), Spliterator.ORDERED);
        return StreamSupport.stream(from, false)
                .takeWhile(entry -> entry.startsWith(start))
                .map(entry -> entry.substring(entry.indexOf(Keys.END) + 1));
    }

    private Set<String> entriesOf(Document document) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, field);
        Set<String> found = new HashSet<>();
        String position = positionOf(document);
        for (Object each : value instanceof Collection<?> values ? values : Collections.singleton(value)) {
            if (!(each instanceof Missing)) {
                found.add(Keys.of(each) + Keys.END + position);
            }
        }
        return found;
    }

    private static String positionOf(Document document) {
        return Keys.of(document.get("_id"));
    }

    @Override
    public void add(Document document, String position, MongoCollection<String> collection) {
        entriesOf(document).forEach(entry -> entries.put(entry, ""));
    }

    @Override
    public String remove(Document document) {
        entriesOf(document).forEach(entries::remove);
        return positionOf(document);
    }

    @Override
    public void updateInPlace(Document before, Document after, String position, MongoCollection<String> collection) {
        if (Objects.equals(before.get(field), after.get(field)) && before.containsKey(field)) {
            return;
        }
        Set<String> old = entriesOf(before);
        Set<String> now = entriesOf(after);
        for (String entry : old) {
            if (!now.contains(entry)) {
                entries.remove(entry);
            }
        }
        for (String entry : now) {
            if (!old.contains(entry)) {
                entries.put(entry, "");
            }
        }
    }

    @Override
    public String getPosition(Document document) {
        return positionOf(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<String> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<String> collection) {}

    @Override
    public boolean canHandle(Document query) {
        return false; // See Conditions.
    }

    @Override
    public Iterable<String> getPositions(Document query) {
        throw new UnsupportedOperationException("see Conditions");
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {}
}
