package io.daybook.query.auditor;

import com.mongodb.client.model.Filters;
import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding.Difference;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.Remedy;
import io.daybook.query.projection.ViewWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Compares entries of a view with what the log says. Events may come at any time, so an entry that differs is looked at again
 * with care. Where the log says at which position each event stands, the entry must be what its events come to up to where
 * the view stood. Where it does not, the view is waited for until it has come as far as the log, and only when no event has
 * come to its streams by then does a difference mean that one of them is wrong.
 */
final class EntryCheck {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Streams log;
    private final FindingStore findings;
    private final Verified verified;
    private final Duration patience;
    private final Pauses pauses;

    EntryCheck(Streams log, FindingStore findings, Verified verified, Duration patience, Pauses pauses) {
        this.log = log;
        this.findings = findings;
        this.verified = verified;
        this.patience = patience;
        this.pauses = pauses;
    }

    /** What came of it. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** It does not stand still, or the view has not come as far. */
        LATER,
        /** Some of its events cannot be read or applied, so nobody can tell. */
        UNKNOWN
    }

    /** @return those that could not be decided */
    List<String> look(AuditedView<?, ?> view, Collection<String> ids, long round) throws InterruptedException {
        Map<String, RawBsonDocument> there = new HashMap<>();
        view.documents()
                .withDocumentClass(RawBsonDocument.class)
                .find(Filters.in("_id", ids))
                .batchSize(ids.size())
                .forEach(each -> there.put(each.getString("_id").getValue(), each));
        return look(view, ids, there, round);
    }

    List<String> look(AuditedView<?, ?> view, Collection<String> ids, Map<String, RawBsonDocument> there, long round)
            throws InterruptedException {
        CodecRegistry codecs = view.documents().getCodecRegistry();
        List<String> later = new ArrayList<>();
        for (String id : ids) {
            RawBsonDocument document = there.get(id);
            long digest = Verified.digest(document);
            if (verified.holds(view.name(), id, digest, round)) {
                findings.fine(FindingId.of(view.name(), id));
                continue;
            }
            BsonDocument right;
            try {
                right = Contents.of(view.deriveQuickly(id, log), codecs);
            } catch (UnfitEvent unfit) {
                // The others can be judged all the same.
                continue;
            }
            if (equal(right, content(document))) {
                verified.put(view.name(), id, digest, round);
                findings.fine(FindingId.of(view.name(), id));
            } else if (!later.isEmpty() || lookClosely(view, id) == Outcome.LATER) {
                // When one has to wait for the view, the others need not try.
                later.add(id);
            }
        }
        return later;
    }

    private static @Nullable BsonDocument content(@Nullable RawBsonDocument document) {
        if (document == null) {
            return null;
        }
        BsonDocument content = new BsonDocument();
        document.forEach(content::put);
        Contents.ASIDE.forEach(content::remove);
        return content;
    }

    private static boolean equal(@Nullable BsonDocument one, @Nullable BsonDocument other) {
        return one == null ? other == null : one.equals(other);
    }

    /** From the log alone, with nothing that was remembered; twice, because a batch of the view may have been half written. */
    Outcome lookClosely(AuditedView<?, ?> view, String id) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Compared compared;
            try {
                compared = compare(view, id);
            } catch (UnfitEvent unfit) {
                return Outcome.UNKNOWN;
            }
            if (compared != null && equal(compared.right, compared.there)) {
                findings.fine(FindingId.of(view.name(), id));
                return Outcome.RIGHT;
            } else if (compared != null && attempt > 1) {
                wrong(view, id, compared.right, compared.there, compared.events);
                return Outcome.WRONG;
            }
            pauses.rest(PAUSE);
        }
        return Outcome.LATER;
    }

    private record Compared(
            @Nullable BsonDocument right, @Nullable BsonDocument there, List<Happened> events) {}

    /** Null when the entry does not stand still, or the view has not come as far. */
    private @Nullable Compared compare(AuditedView<?, ?> view, String id) throws InterruptedException {
        long reached = view.progress().reached();
        Document document = view.documents().find(Filters.eq("_id", id)).first();
        List<List<Happened>> read =
                view.streams(id).stream().map(each -> log.read(each, 0)).toList();
        List<Happened> events = Streams.merged(read);
        if (events.stream().allMatch(Happened::located)) {
            return at(view, id, reached, document, events);
        }
        return atRest(view, id, read);
    }

    /** The entry has all events up to where the view stood before, and none after the last one that it says it has. */
    private static @Nullable Compared at(
            AuditedView<?, ?> view, String id, long reached, @Nullable Document document, List<Happened> events) {
        CodecRegistry codecs = view.documents().getCodecRegistry();
        boolean moved = events.stream().anyMatch(each -> each.position() > reached);
        if (document == null && moved) {
            return null;
        }
        Number says = document == null ? null : document.get(ViewWriter.POSITION, Number.class);
        long end = says == null ? reached : Math.max(reached, says.longValue());
        List<Happened> there =
                events.stream().filter(each -> each.position() <= end).toList();
        return new Compared(Contents.of(view.derive(there).content(), codecs), Contents.of(document, codecs), there);
    }

    private @Nullable Compared atRest(AuditedView<?, ?> view, String id, List<List<Happened>> read)
            throws InterruptedException {
        if (!reached(view, log.head())) {
            return null;
        }
        CodecRegistry codecs = view.documents().getCodecRegistry();
        BsonDocument there =
                Contents.of(view.documents().find(Filters.eq("_id", id)).first(), codecs);
        if (grown(view.streams(id), read)) {
            return null;
        }
        List<Happened> events = Streams.merged(read);
        BsonDocument right = Contents.of(view.derive(events).content(), codecs);
        if (equal(right, there) || !view.mixes()) {
            return new Compared(right, there, events);
        }
        return log.located(events)
                .map(located -> new Compared(Contents.of(view.derive(located).content(), codecs), there, located))
                .orElse(null);
    }

    boolean reached(AuditedView<?, ?> view, long position) throws InterruptedException {
        if (view.progress().reached() < position) {
            pauses.waiting(() -> view.progress().await(position, patience).join());
        }
        return view.progress().reached() >= position;
    }

    boolean grown(List<String> streams, List<List<Happened>> read) {
        for (int i = 0; i < streams.size(); i++) {
            if (log.length(streams.get(i)) != read.get(i).size()) {
                return true;
            }
        }
        return false;
    }

    private void wrong(
            AuditedView<?, ?> view,
            String id,
            @Nullable BsonDocument right,
            @Nullable BsonDocument there,
            List<Happened> events) {
        verified.forget(view.name(), id);
        List<Difference> differences = Contents.between(view.name(), right, there);
        DriftKind kind;
        String note;
        if (there == null) {
            kind = DriftKind.ENTRY_MISSING;
            note = "The view %s has no entry %s, and by its events there is one.".formatted(view.name(), id);
        } else if (right == null) {
            kind = DriftKind.ENTRY_UNKNOWN;
            note = "The view %s has an entry %s, and by the log there is none.".formatted(view.name(), id);
        } else {
            kind = DriftKind.ENTRY_CORRUPT;
            note = "In the view %s the entry %s differs from its events: %s."
                    .formatted(
                            view.name(),
                            id,
                            String.join(
                                    ", ",
                                    differences.stream().map(Difference::field).toList()));
        }
        findings.found(
                FindingId.of(view.name(), id),
                kind,
                view.name(),
                id,
                note,
                differences,
                events,
                List.of(Remedy.REBUILD_ENTRY));
    }
}
