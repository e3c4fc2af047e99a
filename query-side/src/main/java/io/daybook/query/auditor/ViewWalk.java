package io.daybook.query.auditor;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.daybook.query.projection.LiveView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.RawBsonDocument;

/**
 * Goes along the documents of one view: finds those that are wrong, those of which the log knows nothing, and of those that it
 * met in the round before, which are not there any more. That is quicker than the walk along the log, which finds the others.
 */
final class ViewWalk implements Step {

    private static final int MANY = 100;
    /** After so long a step begins with no further entries: what they cost depends on the machine and on their streams. */
    private static final Duration STEP = Duration.ofMillis(50);
    /** So many are looked at before it is asked whether there is time for more. */
    private static final int FEW = 5;
    /** Of a larger view the walk along the log alone finds what is missing. */
    private static final int MOST_REMEMBERED = 20_000;
    /** More than this are rather taken out by the view itself, as those of settled orders are. */
    private static final int MOST_GONE = 100;

    private final AuditedView<?, ?> view;
    private final EntryCheck check;
    private final Suspects suspects;
    private final Walks walks;
    private final Duration every;
    private final Clock clock;
    private String after = "";
    private boolean under;
    private Instant begun = Instant.EPOCH;
    private long round;
    private Set<String> before = new HashSet<>();
    private Set<String> met = new HashSet<>();

    ViewWalk(AuditedView<?, ?> view, EntryCheck check, Suspects suspects, Walks walks, Duration every, Clock clock) {
        this.view = view;
        this.check = check;
        this.suspects = suspects;
        this.walks = walks;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public String name() {
        return view.name();
    }

    @Override
    public boolean take() throws InterruptedException {
        Instant now = clock.instant();
        if (!under) {
            if (now.isBefore(begun.plus(every))) {
                return false;
            }
            begun = now;
            under = true;
            after = "";
            round++;
            walks.begin(name(), now);
        }
        if (view.live().stored() == LiveView.UNKNOWN && view.progress().reached() < 0) {
            return false;
        }
        Map<String, RawBsonDocument> documents = new LinkedHashMap<>();
        view.documents()
                .withDocumentClass(RawBsonDocument.class)
                .find(Filters.gt("_id", after))
                .sort(Sorts.ascending("_id"))
                .limit(MANY)
                .batchSize(MANY)
                .forEach(each -> documents.put(each.getString("_id").getValue(), each));
        List<String> looked = look(documents);
        walks.looked(name(), looked.size(), now);
        if (met.size() <= MOST_REMEMBERED) {
            met.addAll(looked);
        }
        if (looked.size() == documents.size() && documents.size() < MANY) {
            under = false;
            suspectGone();
            walks.end(name(), true, clock.instant());
        } else {
            after = looked.get(looked.size() - 1);
        }
        return true;
    }

    /** @return the first ones of them, as many as there was time for */
    private List<String> look(Map<String, RawBsonDocument> documents) throws InterruptedException {
        long enough = System.nanoTime() + STEP.toNanos();
        List<String> ids = List.copyOf(documents.keySet());
        int looked = 0;
        while (looked < ids.size() && (looked == 0 || System.nanoTime() < enough)) {
            List<String> few = ids.subList(looked, Math.min(looked + FEW, ids.size()));
            check.look(view, few, documents, round).forEach(id -> suspects.add(view.name(), id));
            looked += few.size();
        }
        return ids.subList(0, looked);
    }

    private void suspectGone() {
        boolean all = met.size() <= MOST_REMEMBERED;
        if (all) {
            before.removeAll(met);
            if (before.size() <= MOST_GONE) {
                before.forEach(id -> suspects.add(view.name(), id));
            }
        }
        before = all ? met : new HashSet<>();
        met = new HashSet<>();
    }
}
