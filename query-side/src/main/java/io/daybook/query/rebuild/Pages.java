package io.daybook.query.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.bson.Document;

/** All documents of a collection in the order of their ids, some at a time. */
final class Pages implements Iterator<Document> {

    private final MongoCollection<Document> documents;
    private final int size;
    private Iterator<Document> page = List.<Document>of().iterator();
    private String last = "";
    private boolean end;

    Pages(MongoCollection<Document> documents, int size) {
        this.documents = documents;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !end) {
            List<Document> read = documents
                    .find(Filters.gt("_id", last))
                    .sort(Sorts.ascending("_id"))
                    .limit(size)
                    .batchSize(size)
                    .into(new ArrayList<>(size));
            end = read.isEmpty();
            if (!end) {
                last = read.get(read.size() - 1).getString("_id");
            }
            page = read.iterator();
        }
        return page.hasNext();
    }

    @Override
    public Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the end of " + documents.getNamespace());
        }
        return page.next();
    }

    /** Some documents by their ids. */
    static Map<String, Document> read(MongoCollection<Document> documents, Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        if (!ids.isEmpty()) {
            documents
                    .find(Filters.in("_id", ids))
                    .batchSize(ids.size())
                    .forEach(document -> found.put(document.getString("_id"), document));
        }
        return found;
    }
}
