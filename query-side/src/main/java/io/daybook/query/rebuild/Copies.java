package io.daybook.query.rebuild;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.daybook.query.projection.LiveView;
import io.daybook.query.projection.ViewDatabase;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The copies of one view that are on record: the live one, and the one that was live before. */
final class Copies {

    private static final String KEPT_NAME = LiveView.KEPT + "." + LiveView.COLLECTION;

    private final LiveView live;
    private final ViewDatabase database;

    Copies(LiveView live, ViewDatabase database) {
        this.live = live;
        this.database = database;
    }

    String liveName() {
        String name = live.pointer(database).getString(LiveView.COLLECTION);
        return name == null ? live.view() : name;
    }

    /** The one that was live before; null when there is none. */
    @Nullable Document kept() {
        return live.pointer(database).get(LiveView.KEPT, Document.class);
    }

    /** Throws away what a rebuild has made, unless it is used. */
    void abandon(String copy) {
        Document kept = kept();
        boolean used = copy.equals(liveName()) || kept != null && copy.equals(kept.getString(LiveView.COLLECTION));
        if (!used) {
            LiveView.drop(database, copy);
        }
    }

    /** The kept copy has been brought further, and is kept there. */
    void keepAt(String copy, long position) {
        live.change(database, Filters.eq(KEPT_NAME, copy), Updates.set(LiveView.KEPT + ".position", position));
    }

    /**
     * Throws the kept copy away.
     *
     * @return whether that is done; not while somebody may still read it who began when it was live
     */
    boolean dismiss(String copy, Duration grace, Instant now) {
        Document kept = kept();
        if (kept == null || !copy.equals(kept.getString(LiveView.COLLECTION))) {
            return true;
        }
        if (now.isBefore(kept.getDate("at").toInstant().plus(grace))) {
            return false;
        }
        if (live.change(database, Filters.eq(KEPT_NAME, copy), Updates.unset(LiveView.KEPT))) {
            LiveView.drop(database, copy);
        }
        return true;
    }
}
