package io.daybook.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where several instances work on the views, each view is worked on by one of them and read by all. Here each tells the
 * others how far its views have come, and hears it of theirs: so a reader can wait for a position at any of them.
 * Which copy of a view is the live one is heard with it.
 */
public final class SharedProgress implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SharedProgress.class);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final ViewProgresses views;
    private final MongoCollection<Document> positions;
    private final Map<String, Long> told = new HashMap<>();
    private final ScheduledExecutorService thread;
    private boolean silent;

    /** @param every time between two exchanges */
    public SharedProgress(ViewDatabase database, ViewProgresses views, Duration every) {
        this.views = views;
        this.positions = database.collection(LiveView.POINTERS);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "view-progress");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::exchange, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void exchange() {
        try {
            boolean listening = false;
            for (ViewProgress view : views.all()) {
                if (view.isClaimed()) {
                    tell(view);
                } else {
                    listening = true;
                }
            }
            if (listening) {
                listen();
            }
            silent = false;
        } catch (RuntimeException failure) {
            // Any: one that got out would end the exchange for good.
            if (!silent) {
                log.warn("How far the views have come cannot be exchanged; it is tried again", failure);
            }
            silent = true;
        }
    }

    private void tell(ViewProgress view) {
        long reached = view.reached();
        if (told.getOrDefault(view.view(), -1L) != reached) {
            views.live(view.view()).complete();
            positions.updateOne(Filters.eq("_id", view.view()), Updates.max("position", reached), UPSERT);
            told.put(view.view(), reached);
        }
    }

    private void listen() {
        Map<String, Document> now = new HashMap<>();
        positions.find().forEach(each -> now.put(each.getString("_id"), each));
        for (ViewProgress view : views.all()) {
            Document said = now.get(view.view());
            if (said != null) {
                // In this order: who asks for the position first and for the documents then never reads an older copy.
                views.live(view.view()).heard(said);
                Long position = said.getLong("position");
                view.heard(position == null ? -1 : position);
            }
        }
    }

    /** Lets an exchange that is under way come to its end. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
