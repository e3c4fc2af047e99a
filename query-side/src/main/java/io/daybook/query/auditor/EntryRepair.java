package io.daybook.query.auditor;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.daybook.query.auditor.AuditedView.Derived;
import io.daybook.query.projection.LiveView;
import io.daybook.query.projection.ViewWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Makes one entry of a view anew. Under the view's gate, at whatever position the view stands then: the entry gets exactly the
 * events that the view has applied, and says so, so that the view goes on with the next one and repeats none.
 */
final class EntryRepair {

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Streams log;
    private final Pauses pauses;

    EntryRepair(Streams log, Pauses pauses) {
        this.log = log;
        this.pauses = pauses;
    }

    /** @return why it could not be done; null when it is done */
    @Nullable String rebuild(AuditedView<?, ?> view, String id) throws InterruptedException {
        try {
            return rebuilt(view, id);
        } catch (UnfitEvent unfit) {
            return "The %s cannot be read or applied.".formatted(unfit.getMessage());
        }
    }

    private @Nullable String rebuilt(AuditedView<?, ?> view, String id) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<List<Happened>> read =
                    view.streams(id).stream().map(each -> log.read(each, 0)).toList();
            List<Happened> merged = Streams.merged(read);
            Optional<List<Happened>> events = merged.isEmpty() ? Optional.of(merged) : log.located(merged);
            if (events.isEmpty()) {
                return "Where its events stand in the log could not be found out.";
            }
            LiveView live = view.live();
            live.gate().lock();
            try {
                if (view.hasDeadLetters()) {
                    // An entry with all its events would get these a second time when they are tried again.
                    return "The view has dead letters: try these again first.";
                }
                long stands = live.stored();
                List<Happened> more = since(view.streams(id), read);
                // What has come since it was read might be in the view already.
                if (stands != LiveView.UNKNOWN && more.stream().allMatch(Happened::located)) {
                    List<Happened> all = new ArrayList<>(events.get());
                    all.addAll(more);
                    all.removeIf(each -> each.position() > stands);
                    all.sort(Comparator.comparingLong(Happened::position));
                    write(view, id, view.derive(all));
                    live.touched();
                    return null;
                }
            } finally {
                live.gate().unlock();
            }
            pauses.rest(PAUSE);
        }
        return "The view did not stand still for long enough.";
    }

    private List<Happened> since(List<String> streams, List<List<Happened>> read) {
        List<Happened> more = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            more.addAll(log.read(streams.get(i), read.get(i).size()));
        }
        return more;
    }

    private static void write(AuditedView<?, ?> view, String id, Derived derived) {
        Document content = derived.content();
        if (content == null) {
            view.documents().deleteOne(Filters.eq("_id", id));
            return;
        }
        Document document = new Document("_id", id);
        document.putAll(content);
        document.put(ViewWriter.POSITION, derived.position());
        document.put(ViewWriter.FIRST, derived.first());
        view.documents().replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }
}
