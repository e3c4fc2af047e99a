package io.daybook.query.auditor;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.daybook.query.projection.LiveView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.RawBsonDocument;

/** Goes along the documents of one view: finds those that are wrong, and those of which the log knows nothing. */
final class ViewWalk implements Step {

    private static final int MANY = 100;

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
        for (String id : check.look(view, documents.keySet(), documents, round)) {
            suspects.add(view.name(), id);
        }
        walks.looked(name(), documents.size(), now);
        if (documents.size() < MANY) {
            under = false;
            walks.end(name(), true, clock.instant());
        } else {
            documents.keySet().forEach(id -> after = id);
        }
        return true;
    }
}
