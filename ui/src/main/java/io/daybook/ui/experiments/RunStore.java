package io.daybook.ui.experiments;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.daybook.ui.accounts.AccountsDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Runs on record, and the claim that one of them has on the whole platform: there is one claim at most, and whoever holds it
 * gives signs of life. Both lie in the accounts database, the one whose writes survive the process in every shape: after a
 * crash they say what there is to be put back.
 */
final class RunStore {

    private static final String CLAIM = "claim";
    private static final String ALIVE = "aliveAt";
    private static final String ABORTED_BY = "abortedBy";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> runs;
    private final MongoCollection<Document> claims;
    private final Clock clock;

    /**
     * A run's hold on the platform.
     *
     * @param abortedBy who wants it to end
     */
    record Claim(String run, @Nullable String abortedBy) {}

    RunStore(AccountsDatabase database, Clock clock) {
        this.runs = database.collection("experiments");
        this.claims = database.collection("experiment-claims");
        this.clock = clock;
    }

    /** Takes the platform for a run; false when another run has it. */
    boolean claim(String run, String owner) {
        try {
            claims.insertOne(new Document("_id", CLAIM)
                    .append("run", run)
                    .append("owner", owner)
                    .append(ALIVE, now()));
            return true;
        } catch (MongoWriteException failure) {
            if (ErrorCategory.fromErrorCode(failure.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    Optional<Claim> claimed() {
        return Optional.ofNullable(claims.find(eq("_id", CLAIM)).first()).map(RunStore::read);
    }

    /** A sign of life; empty when somebody else has the platform by now. */
    Optional<Claim> beat(String run, String owner) {
        return Optional.ofNullable(claims.findOneAndUpdate(
                        and(eq("_id", CLAIM), eq("run", run), eq("owner", owner)), Updates.set(ALIVE, now())))
                .map(RunStore::read);
    }

    /** Takes over the claim of a run without a sign of life for so long. */
    Optional<Claim> inherit(String owner, Duration lost) {
        return Optional.ofNullable(claims.findOneAndUpdate(
                        and(
                                eq("_id", CLAIM),
                                lte(ALIVE, Date.from(clock.instant().minus(lost)))),
                        Updates.combine(Updates.set("owner", owner), Updates.set(ALIVE, now()))))
                .map(RunStore::read);
    }

    /** Asks whoever carries out a run to end it. */
    void abort(String run, String by) {
        claims.updateOne(and(eq("_id", CLAIM), eq("run", run)), Updates.set(ABORTED_BY, by));
    }

    void release(String run, String owner) {
        claims.deleteOne(and(eq("_id", CLAIM), eq("run", run), eq("owner", owner)));
    }

    void save(Run run) {
        runs.replaceOne(eq("_id", run.id()), RunDocument.write(run), UPSERT);
    }

    Optional<Run> find(String id) {
        return Optional.ofNullable(runs.find(eq("_id", id)).first()).map(RunDocument::read);
    }

    /** The latest first, without what makes them long. */
    List<Run> latest(int atMost) {
        return runs.find()
                .sort(Sorts.descending(RunDocument.STARTED))
                .limit(atMost)
                .projection(Projections.exclude("samples", "steps"))
                .map(RunDocument::read)
                .into(new ArrayList<>());
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static Claim read(Document claim) {
        return new Claim(claim.getString("run"), claim.getString(ABORTED_BY));
    }
}
