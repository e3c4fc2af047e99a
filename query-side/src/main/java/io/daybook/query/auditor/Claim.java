package io.daybook.query.auditor;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.daybook.query.projection.ViewDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Whose the work of the auditor is: one instance's at a time. */
final class Claim {

    private static final String ID = "auditor";
    private static final String HOLDER = "holder";
    private static final String UNTIL = "until";

    private final ViewDatabase database;
    private final String me;
    private final Duration time;
    private final Clock clock;
    private Instant renew = Instant.EPOCH;
    private boolean mine;

    Claim(ViewDatabase database, String me, Duration time, Clock clock) {
        this.database = database;
        this.me = me;
        this.time = time;
        this.clock = clock;
    }

    /** Takes it when nobody has it, and keeps it. */
    boolean isMine() {
        Instant now = clock.instant();
        if (now.isBefore(renew)) {
            return mine;
        }
        renew = now.plus(time.dividedBy(4));
        Date until = Date.from(now.plus(time));
        MongoCollection<Document> claims = database.collection("auditor_claim");
        mine = claims.updateOne(
                                Filters.and(
                                        Filters.eq("_id", ID),
                                        Filters.or(Filters.eq(HOLDER, me), Filters.lt(UNTIL, Date.from(now)))),
                                Updates.combine(Updates.set(HOLDER, me), Updates.set(UNTIL, until)))
                        .getMatchedCount()
                == 1;
        if (!mine && claims.countDocuments(Filters.eq("_id", ID)) == 0) {
            mine = first(claims, until);
        }
        return mine;
    }

    private boolean first(MongoCollection<Document> claims, Date until) {
        try {
            claims.insertOne(new Document("_id", ID).append(HOLDER, me).append(UNTIL, until));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return false; // Another was quicker.
        }
    }

    /** The next one need not wait. */
    void release() {
        if (mine) {
            mine = false;
            database.collection("auditor_claim").deleteOne(Filters.and(Filters.eq("_id", ID), Filters.eq(HOLDER, me)));
        }
    }
}
