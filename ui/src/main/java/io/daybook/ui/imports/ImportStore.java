package io.daybook.ui.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.imports.ImportJob.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * Imports in the accounts database. One that runs writes a sign of life with its progress; one without is interrupted,
 * whatever its document says, so nothing need be cleaned up after a crash.
 */
final class ImportStore {

    /**
     * An import with what it was made from.
     *
     * @param content fingerprint of its file
     */
    record Stored(ImportJob job, String content) {}

    private final MongoCollection<Document> imports;
    private final ImportSettings settings;
    private final Clock clock;

    ImportStore(AccountsDatabase database, ImportSettings settings, Clock clock) {
        this.imports = database.collection("imports");
        this.settings = settings;
        this.clock = clock;
    }

    /** Puts a new import on record; false when there is one with this id. */
    boolean begin(String id, ImportKind kind, String content) {
        try {
            imports.insertOne(new Document("_id", id)
                    .append("kind", kind.name())
                    .append("state", State.RUNNING.name())
                    .append("content", content)
                    .append("total", 0)
                    .append("done", 0)
                    .append("failed", 0)
                    .append("errors", List.of())
                    .append("aliveAt", Date.from(clock.instant())));
            return true;
        } catch (MongoWriteException failure) {
            if (ErrorCategory.fromErrorCode(failure.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    /** Takes over an import that was interrupted; false when another process was quicker. */
    boolean resume(String id) {
        Date now = Date.from(clock.instant());
        return imports.updateOne(
                                and(
                                        eq("_id", id),
                                        eq("state", State.RUNNING.name()),
                                        lte("aliveAt", Date.from(lost()))),
                                Updates.set("aliveAt", now))
                        .getModifiedCount()
                == 1;
    }

    void write(ImportJob job) {
        imports.updateOne(
                eq("_id", job.id()),
                Updates.combine(
                        Updates.set("state", job.state().name()),
                        Updates.set("total", job.total()),
                        Updates.set("done", job.done()),
                        Updates.set("failed", job.failed()),
                        Updates.set(
                                "errors",
                                job.errors().stream().map(ImportStore::document).toList()),
                        Updates.set("aliveAt", Date.from(clock.instant()))));
    }

    /** Signs of life of imports that run here or wait for their turn. */
    void keepAlive(Set<String> ids) {
        if (!ids.isEmpty()) {
            imports.updateMany(
                    and(in("_id", ids), eq("state", State.RUNNING.name())),
                    Updates.set("aliveAt", Date.from(clock.instant())));
        }
    }

    Optional<Stored> find(String id) {
        return Optional.ofNullable(imports.find(eq("_id", id)).first()).map(this::stored);
    }

    /** Forgets an import that could not even be begun. */
    void forget(String id) {
        imports.deleteOne(eq("_id", id));
    }

    void removeOld() {
        imports.createIndex(Indexes.ascending("aliveAt"));
        imports.deleteMany(lte("aliveAt", Date.from(clock.instant().minus(settings.kept()))));
    }

    private Instant lost() {
        return clock.instant().minus(settings.lostAfter());
    }

    private Stored stored(Document document) {
        State state = State.valueOf(document.getString("state"));
        boolean silent = !document.getDate("aliveAt").toInstant().isAfter(lost());
        ImportJob job = new ImportJob(
                document.getString("_id"),
                ImportKind.valueOf(document.getString("kind")),
                state == State.RUNNING && silent ? State.INTERRUPTED : state,
                document.getInteger("total"),
                document.getInteger("done"),
                document.getInteger("failed"),
                document.getList("errors", Document.class, List.of()).stream()
                        .map(error -> new RowProblem(
                                error.getInteger("line"), error.getString("field"), error.getString("reason")))
                        .toList());
        return new Stored(job, document.getString("content"));
    }

    private static Document document(RowProblem problem) {
        return new Document("line", problem.line())
                .append("field", problem.field())
                .append("reason", problem.reason());
    }
}
