package io.daybook.query.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events of a view, by the document that each concerns. Used by one thread at a time. */
public final class ViewBatch<E, V> {

    private final View<E, V> view;
    private final Map<String, Change<E, V>> changes = new LinkedHashMap<>();

    public ViewBatch(View<E, V> view) {
        this.view = view;
    }

    public void add(E event, Instant at, long position) {
        add(view.id(event), event, at, position);
    }

    /** @param id of the document that the event concerns */
    public void add(String id, E event, Instant at, long position) {
        add(id, event, at, position, event);
    }

    /** @param source where the event comes from, for whoever admits it */
    public void add(String id, E event, Instant at, long position, Object source) {
        changes.computeIfAbsent(id, each -> new Change<>(each, view.startsAfresh(event)))
                .add(event, at, position, source);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Of the documents concerned. */
    public List<String> ids() {
        return List.copyOf(changes.keySet());
    }

    Collection<Change<E, V>> changes() {
        return changes.values();
    }

    /** Tells the view what has come of it, once that is written and on record. */
    void published() {
        changes().stream()
                .filter(change -> change.changed() && !change.isLate())
                .forEach(change -> view.changed(change.loaded(), change.value()));
        view.published(
                changes().stream().filter(Change::written).map(Change::value).toList());
    }
}
