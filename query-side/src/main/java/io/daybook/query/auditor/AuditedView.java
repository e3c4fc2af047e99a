package io.daybook.query.auditor;

import io.daybook.query.projection.CopyLetters;
import io.daybook.query.projection.LiveView;
import io.daybook.query.projection.View;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A view whose documents can be derived anew. */
final class AuditedView<E, V> {

    /** Of how many entries with long streams the fold of what was read is kept. */
    private static final int FOLDS = 5_000;

    private static final int LONG = 50;

    private final View<E, V> view;
    private final ViewDatabase database;
    private final LiveView live;
    private final ViewProgress progress;
    private final UnfitEvents unfit;
    private final Map<String, Fold<V>> folds = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fold<V>> eldest) {
            return size() > FOLDS;
        }
    };

    private record Fold<V>(@Nullable V value, List<Long> next) {}

    /**
     * What the events come to.
     *
     * @param content  the document without what is added to all; null when there is to be none
     * @param position of the last event in it
     * @param first    of the first
     */
    record Derived(@Nullable Document content, long position, long first) {}

    AuditedView(View<E, V> view, ViewDatabase database, LiveView live, ViewProgress progress, UnfitEvents unfit) {
        this.view = view;
        this.database = database;
        this.live = live;
        this.progress = progress;
        this.unfit = unfit;
    }

    String name() {
        return view.name();
    }

    LiveView live() {
        return live;
    }

    ViewProgress progress() {
        return progress;
    }

    com.mongodb.client.MongoCollection<Document> documents() {
        return live.documents(database);
    }

    /** Whether events wait that the view has put aside, of whatever entry. */
    boolean hasDeadLetters() {
        return CopyLetters.count(database, documents().getNamespace().getCollectionName()) > 0;
    }

    boolean concerns(Class<?> event) {
        return view.audited().stream().anyMatch(kind -> kind.isAssignableFrom(event));
    }

    boolean mixes() {
        return view.mixes();
    }

    /** @throws UnfitEvent when it does not say */
    @SuppressWarnings("unchecked") // concerns() says which events it takes
    String idOf(Happened each) {
        try {
            return view.id((E) each.event());
        } catch (RuntimeException failure) {
            throw unfit.of(each.stream(), each.sequence(), failure);
        }
    }

    List<String> streams(String id) {
        return view.streams(id);
    }

    /** From what has been read of its streams before, and what is new there: a long history is not read again and again. */
    @Nullable Document deriveQuickly(String id, Streams log) {
        List<String> streams = streams(id);
        Fold<V> before = folds.get(id);
        if (before == null || view.mixes()) {
            List<List<Happened>> read = streams.stream().map(log::readOnce).toList();
            V value = fold(null, Streams.merged(read));
            keep(id, value, read.stream().map(each -> (long) each.size()).toList());
            return value == null ? null : view.write(value);
        }
        V value = before.value;
        List<Long> next = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            List<Happened> more = log.read(streams.get(i), before.next.get(i));
            value = fold(value, more);
            next.add(before.next.get(i) + more.size());
        }
        keep(id, value, next);
        return value == null ? null : view.write(value);
    }

    private void keep(String id, @Nullable V value, List<Long> next) {
        if (!view.mixes() && next.stream().mapToLong(Long::longValue).sum() >= LONG) {
            folds.put(id, new Fold<>(value, next));
        }
    }

    /** From the log alone. */
    Derived derive(List<Happened> events) {
        V value = null;
        long first = 0;
        long position = 0;
        for (Happened each : events) {
            if (concerns(each.event().getClass())) {
                V before = value;
                value = fold(before, each);
                first = before == null ? each.position() : first;
                position = each.position();
            }
        }
        return new Derived(value == null ? null : view.write(value), position, first);
    }

    private @Nullable V fold(@Nullable V start, List<Happened> events) {
        V value = start;
        for (Happened each : events) {
            if (concerns(each.event().getClass())) {
                value = fold(value, each);
            }
        }
        return value;
    }

    @SuppressWarnings("unchecked") // concerns() has said that it takes it
    private @Nullable V fold(@Nullable V before, Happened each) {
        try {
            return view.fold(before, (E) each.event(), each.at(), each.position());
        } catch (RuntimeException failure) {
            throw unfit.of(each.stream(), each.sequence(), failure);
        }
    }
}
