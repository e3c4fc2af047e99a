package io.daybook.query.rebuild;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.daybook.query.projection.ViewWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/** Takes documents over as they are that have not changed since a time; the others are made anew, each from its first event. */
final class TakeOver {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> live;
    private final MongoCollection<Document> copy;
    private final int page;

    TakeOver(MongoCollection<Document> live, MongoCollection<Document> copy, int page) {
        this.live = live;
        this.copy = copy;
        this.page = page;
    }

    /**
     * May be done again from the start: it then finds what it has done.
     *
     * @param limit position of the last event before the time
     * @return the position after which the log is to be read
     */
    long upTo(long limit, BooleanSupplier goOn) {
        long start = limit;
        List<WriteModel<Document>> writes = new ArrayList<>();
        Pages all = new Pages(live, page);
        while (all.hasNext() && goOn.getAsBoolean()) {
            Document document = all.next();
            if (Contents.positionOf(document) <= limit) {
                writes.add(new ReplaceOneModel<>(
                        Filters.and(
                                Filters.eq("_id", document.get("_id")),
                                Filters.lt(ViewWriter.POSITION, document.get(ViewWriter.POSITION))),
                        document,
                        UPSERT));
            } else {
                Long first = document.getLong(ViewWriter.FIRST);
                start = Math.min(start, first == null ? -1 : first - 1);
            }
            if (writes.size() == page) {
                write(writes);
                writes.clear();
            }
        }
        write(writes);
        return start;
    }

    private void write(List<WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            copy.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException failure) {
            // One that is there already does not match the condition, and cannot be inserted again.
            if (failure.getWriteConcernError() != null
                    || !failure.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw failure;
            }
        }
    }
}
