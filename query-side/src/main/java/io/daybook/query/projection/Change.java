package io.daybook.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one batch does to one document. Used by one thread. */
final class Change<E, V> {

    private record Occurrence<E>(E event, Instant at, long position) {}

    private final String id;
    private final boolean afresh;
    private final List<Occurrence<E>> occurrences = new ArrayList<>(4);
    private long before = -1;
    private long origin = -1;
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

    void add(E event, Instant at, long position) {
        occurrences.add(new Occurrence<>(event, at, position));
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

    /** The position of the first event that its value reflects. */
    long origin() {
        return origin < 0 ? first() : origin;
    }

    /** The position that its value reflects after the fold. */
    long reflects() {
        return Math.max(before, last());
    }

    /** Applies the events that the document does not reflect yet. */
    void fold(View<E, V> view) {
        for (Occurrence<E> occurrence : occurrences) {
            if (occurrence.position > before) {
                value = view.fold(value, occurrence.event, occurrence.at, occurrence.position);
            }
        }
    }

    boolean changed() {
        return value != loaded;
    }

    /** Whether there is a document with what the events have changed. */
    boolean written() {
        return value != null && changed();
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
