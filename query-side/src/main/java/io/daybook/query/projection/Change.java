package io.daybook.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one batch does to one document. Used by one thread. */
final class Change<E, V> {

    private record Occurrence<E>(E event, Instant at, long position, Object source) {}

    private final String id;
    private final boolean afresh;
    private final List<Occurrence<E>> occurrences = new ArrayList<>(4);
    private long before = -1;
    private long origin = -1;
    private boolean late;
    private @Nullable V loaded;
    private @Nullable V value;

    Change(String id, boolean afresh) {
        this.id = id;
        this.afresh = afresh;
    }

    String id() {
        return id;
    }

    /** Whether its first event makes the document whatever was there before. */
    boolean afresh() {
        return afresh;
    }

    /** @param source where it comes from, for whoever admits it */
    void add(E event, Instant at, long position, Object source) {
        occurrences.add(new Occurrence<>(event, at, position, source));
    }

    long first() {
        return occurrences.get(0).position;
    }

    long last() {
        return occurrences.get(occurrences.size() - 1).position;
    }

    /**
     * @param position what the value reflects
     * @param first    the position of the first event that it reflects
     */
    void load(V current, long position, long first) {
        loaded = current;
        value = current;
        before = position;
        origin = first;
    }

    /** The position of the first event that its value reflects; of one that was gone in between, the event that made it anew. */
    long origin() {
        return origin < 0 ? first() : origin;
    }

    /** The position that its value reflects after the fold. */
    long reflects() {
        return Math.max(before, last());
    }

    /** Applies the events that the document does not reflect yet and that are admitted. */
    void fold(View<E, V> view, Admission admission) {
        for (Occurrence<E> occurrence : occurrences) {
            if (occurrence.position > before && admission.admits(occurrence.source)) {
                try {
                    V folded = view.fold(value, occurrence.event, occurrence.at, occurrence.position);
                    if (value == null && folded != null) {
                        origin = occurrence.position;
                    }
                    value = folded;
                } catch (RuntimeException failure) {
                    admission.refused(occurrence.source, failure);
                }
            }
        }
    }

    boolean changed() {
        return value != loaded;
    }

    /** The document was further already, so nothing has come of it. */
    void late() {
        late = true;
    }

    boolean isLate() {
        return late;
    }

    /** Whether there is a document with what the events have changed. */
    boolean written() {
        return value != null && changed() && !late;
    }

    /** What was there before, as far as it was loaded. */
    @Nullable V loaded() {
        return loaded;
    }

    boolean existed() {
        return loaded != null;
    }

    @Nullable V value() {
        return value;
    }
}
