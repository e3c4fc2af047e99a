package io.daybook.query.auditor;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.daybook.api.audit.AuditQuery.Walk;
import io.daybook.query.projection.ViewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far each walk has come, in the views' database for whoever is asked. */
final class Walks {

    private static final Duration WRITTEN = Duration.ofSeconds(2);

    private final ViewDatabase database;
    private final Map<String, Walk> walks = new ConcurrentHashMap<>();
    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    Walks(ViewDatabase database) {
        this.database = database;
    }

    private MongoCollection<Document> collection() {
        return database.collection("auditor_walks");
    }

    void begin(String name, Instant now) {
        Walk before = walks.get(name);
        put(
                new Walk(
                        name,
                        0,
                        now,
                        before == null ? null : before.previous(),
                        before == null ? null : before.ended(),
                        null),
                now,
                true);
    }

    void looked(String name, long more, Instant now) {
        Walk walk = walks.get(name);
        if (walk != null) {
            put(
                    new Walk(name, walk.looked() + more, walk.begun(), walk.previous(), walk.ended(), null),
                    now,
                    walk.trouble() != null);
        }
    }

    /** A round is done; it was whole if it left nothing out. */
    void end(String name, boolean whole, Instant now) {
        Walk walk = walks.get(name);
        if (walk != null) {
            put(whole ? new Walk(name, walk.looked(), walk.begun(), walk.begun(), now, null) : walk, now, true);
        }
    }

    void trouble(String name, String what, Instant now) {
        Walk walk = walks.getOrDefault(name, new Walk(name, 0, now, null, null, null));
        put(new Walk(name, walk.looked(), walk.begun(), walk.previous(), walk.ended(), what), now, true);
    }

    private void put(Walk walk, Instant now, boolean write) {
        walks.put(walk.name(), walk);
        if (write || written.getOrDefault(walk.name(), Instant.EPOCH).isBefore(now.minus(WRITTEN))) {
            written.put(walk.name(), now);
            collection().replaceOne(Filters.eq("_id", walk.name()), document(walk), new ReplaceOptions().upsert(true));
        }
    }

    /** The age of what was looked at longest ago, in seconds; NaN before everything was looked at once. */
    double ageSeconds(Instant now) {
        Instant oldest = now;
        for (Walk walk : walks.values()) {
            Instant previous = walk.previous();
            if (previous == null) {
                return Double.NaN;
            }
            oldest = previous.isBefore(oldest) ? previous : oldest;
        }
        return walks.isEmpty() ? Double.NaN : Duration.between(oldest, now).toMillis() / 1_000.0;
    }

    List<Walk> read() {
        return collection()
                .find()
                .map(each -> new Walk(
                        each.getString("_id"),
                        each.getLong("looked"),
                        each.getDate("begun").toInstant(),
                        instant(each.getDate("previous")),
                        instant(each.getDate("ended")),
                        each.getString("trouble")))
                .into(new ArrayList<>());
    }

    private static Document document(Walk walk) {
        return new Document("_id", walk.name())
                .append("looked", walk.looked())
                .append("begun", Date.from(walk.begun()))
                .append("previous", date(walk.previous()))
                .append("ended", date(walk.ended()))
                .append("trouble", walk.trouble());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
