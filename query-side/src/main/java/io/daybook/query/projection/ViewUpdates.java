package io.daybook.query.projection;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the live copy of a view: event handlers only {@link #collect}; at the end of the batch a {@link ViewWriter} turns
 * the events into documents, and then the view is told of what has changed.
 */
public final class ViewUpdates<E, V> implements Collector<E> {

    private final View<E, V> view;
    private final ViewDatabase database;
    private final LiveView live;
    private final String batchKey;
    private @Nullable ViewWriter<E, V> writer;

    public ViewUpdates(View<E, V> view, ViewDatabase database, LiveView live) {
        this.view = view;
        this.database = database;
        this.live = live;
        this.batchKey = "Batch[" + view.name() + "]";
    }

    LiveView live() {
        return live;
    }

    @Override
    public void collect(E event, Instant at, TrackingToken token) {
        ViewBatch<E, V> batch = CurrentUnitOfWork.get().getOrComputeResource(batchKey, key -> new ViewBatch<>(view));
        batch.add(event, at, token.position().orElseThrow());
    }

    /**
     * From here on, documents may be there that this instance has not written: another had the token, or a write failed.
     *
     * @param position up to which the view has been written
     */
    void resumed(long position) {
        live.claimed(database, position);
        live.gate().lock();
        try {
            writer = null;
            writer().prepare();
        } finally {
            live.gate().unlock();
        }
    }

    /** Under the gate: the writer into what is the live copy now. Of another copy it knows nothing yet. */
    private ViewWriter<E, V> writer() {
        MongoCollection<Document> now = live.documents(database);
        ViewWriter<E, V> current = writer;
        if (current == null || !current.writesTo(now)) {
            current = new ViewWriter<>(view, now);
            writer = current;
        }
        return current;
    }

    /** Under the gate: writes what was collected in this unit of work; returns what is to be done once its token is stored. */
    Runnable write() {
        ViewBatch<E, V> batch = CurrentUnitOfWork.get().getResource(batchKey);
        if (batch == null) {
            return () -> {};
        }
        writer().write(batch);
        return batch::published;
    }
}
