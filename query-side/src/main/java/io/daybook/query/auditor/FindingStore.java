package io.daybook.query.auditor;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.daybook.api.audit.AuditQuery.Findings;
import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding;
import io.daybook.api.audit.Finding.Difference;
import io.daybook.api.audit.Finding.Evidence;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.FindingState;
import io.daybook.api.audit.Remedy;
import io.daybook.query.projection.ViewDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The findings, in the views' database: what is lost with that is found again. */
final class FindingStore {

    private static final Logger log = LoggerFactory.getLogger(FindingStore.class);
    private static final int MOST_EVIDENCE = 60;

    private final ViewDatabase database;
    private final Clock clock;
    private final Map<String, DriftKind> open = new ConcurrentHashMap<>();

    FindingStore(ViewDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private MongoCollection<Document> findings() {
        return database.collection("auditor_findings");
    }

    /** Remembers which are open: whoever takes the work over goes on from what the one before him has found. */
    void load() {
        open.clear();
        findings()
                .find(Filters.eq(FindingDocument.STATE, FindingState.OPEN.name()))
                .forEach(each -> open.put(each.getString("_id"), DriftKind.valueOf(each.getString("kind"))));
    }

    Set<String> open() {
        return Set.copyOf(open.keySet());
    }

    /** How many are open, by kind; all kinds are there. */
    Map<DriftKind, Long> counts() {
        Map<DriftKind, Long> counts = new EnumMap<>(DriftKind.class);
        for (DriftKind kind : DriftKind.values()) {
            counts.put(kind, 0L);
        }
        open.values().forEach(kind -> counts.merge(kind, 1L, Long::sum));
        return counts;
    }

    /** Something is not as the log says. */
    void found(
            FindingId id,
            DriftKind kind,
            String area,
            String about,
            String note,
            List<Difference> differences,
            List<Happened> events,
            List<Remedy> remedies) {
        Instant now = clock.instant();
        Document before = document(id);
        if (before != null && !FindingState.OPEN.name().equals(before.getString(FindingDocument.STATE))) {
            before = null;
        }
        List<Evidence> evidence = events.stream()
                .skip(Math.max(0, events.size() - MOST_EVIDENCE))
                .map(Happened::evidence)
                .toList();
        Document document = FindingDocument.write(new Finding(
                id,
                kind,
                area,
                about,
                note,
                differences,
                evidence,
                before != null ? before.getDate(FindingDocument.SINCE).toInstant() : now,
                now,
                FindingState.OPEN,
                remedies,
                before != null ? before.getString(FindingDocument.TROUBLE) : null));
        if (before != null) {
            document.append(FindingDocument.DECISION, before.getLong(FindingDocument.DECISION));
        } else {
            log.warn("Found by the auditor: {} {}: {}", kind, id, note);
        }
        findings().replaceOne(Filters.eq("_id", id.value()), document, new ReplaceOptions().upsert(true));
        open.put(id.value(), kind);
    }

    /** It is as the log says; if something was found there, that is so no more. */
    void fine(FindingId id) {
        if (open.remove(id.value()) == null) {
            return;
        }
        // Another instance may be about to say that it has repaired it.
        if (settle(Filters.eq(FindingDocument.DECISION, null), id, FindingState.GONE)
                || settle(Filters.ne(FindingDocument.DECISION, null), id, FindingState.REPAIRED)) {
            log.info("What the auditor found is as it should be: {}", id);
        }
    }

    private boolean settle(Bson given, FindingId id, FindingState state) {
        return findings()
                        .updateOne(
                                Filters.and(Filters.eq("_id", id.value()), given),
                                Updates.combine(
                                        Updates.set(FindingDocument.STATE, state.name()),
                                        Updates.set(FindingDocument.TROUBLE, null),
                                        Updates.set(FindingDocument.LOOKED, Date.from(clock.instant()))))
                        .getMatchedCount()
                > 0;
    }

    /**
     * Somebody has decided to have it repaired, and that has been done; it may have been found to be right meanwhile.
     *
     * @param decision its sequence number in the log
     */
    void decided(FindingId id, long decision, @Nullable String trouble) {
        findings()
                .updateOne(
                        Filters.eq("_id", id.value()),
                        Updates.combine(
                                Updates.set(FindingDocument.DECISION, decision),
                                Updates.set(FindingDocument.TROUBLE, trouble)));
        if (trouble == null) {
            findings()
                    .updateOne(
                            Filters.and(
                                    Filters.eq("_id", id.value()),
                                    Filters.eq(FindingDocument.STATE, FindingState.GONE.name())),
                            Updates.set(FindingDocument.STATE, FindingState.REPAIRED.name()));
        }
    }

    /** The sequence number of the last decision about it that was carried out; null when none was. */
    @Nullable Long lastDecision(FindingId id) {
        Document found = document(id);
        return found == null ? null : found.getLong(FindingDocument.DECISION);
    }

    private @Nullable Document document(FindingId id) {
        return findings().find(Filters.eq("_id", id.value())).first();
    }

    @Nullable Finding find(FindingId id) {
        Document found = document(id);
        return found == null ? null : FindingDocument.read(found);
    }

    long openNow() {
        return database.count(findings(), Filters.eq(FindingDocument.STATE, FindingState.OPEN.name()));
    }

    Findings find(@Nullable FindingState state, int page, int size) {
        Bson wanted = state == null ? new Document() : Filters.eq(FindingDocument.STATE, state.name());
        List<Finding> found = findings()
                .find(wanted)
                .sort(Sorts.descending(FindingDocument.SINCE))
                .skip(page * size)
                .limit(size)
                .map(FindingDocument::read)
                .into(new ArrayList<>());
        return new Findings(found, database.count(findings(), wanted), openNow());
    }
}
