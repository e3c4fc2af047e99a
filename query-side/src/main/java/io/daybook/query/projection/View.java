package io.daybook.query.projection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A view: how documents follow from events. What it says is pure; reading, writing, positions and tokens are the business
 * of {@link ViewUpdates}.
 *
 * @param <E> what its events have in common
 * @param <V> what one of its documents holds
 */
public interface View<E, V> {

    /** Its name, which is also that of its processing group and of its first collection. */
    String name();

    /** Indexes that its queries need, as key documents; the one on {@code _id} is there anyway. */
    default List<Document> indexes() {
        return List.of();
    }

    /** The id of the one document that the event concerns. */
    String id(E event);

    /**
     * Whether the document after this event is the same whatever was there before, so that nothing needs to be loaded. In a
     * view that {@link #forgets}, only the event before which there can have been no document: one that is not loaded is not
     * removed either.
     */
    boolean startsAfresh(E event);

    /** Whether documents go again: then {@link #fold} may answer null where there was a document. */
    default boolean forgets() {
        return false;
    }

    /**
     * What the document holds after an event: a pure function. Returns {@code current} itself when nothing changes, which
     * costs no write, and null when there is to be no document.
     *
     * @param current  what it held before; null when there was no document
     * @param at       when the event happened
     * @param position where the event stands in the log
     */
    @Nullable V fold(@Nullable V current, E event, Instant at, long position);

    /** The kinds of events of which its documents can be derived anew by {@link #streams}; none where they cannot. */
    default Set<Class<?>> audited() {
        return Set.of();
    }

    /** Identifiers of all aggregates whose events make up the document of this id. */
    default List<String> streams(String id) {
        return List.of();
    }

    /** Whether it matters in which order events of different aggregates are folded. */
    default boolean mixes() {
        return false;
    }

    /** Whether somebody may wait for what this event does to its document, so that the log is looked into at once. */
    default boolean isAwaited(EventMessage<?> event) {
        return false;
    }

    /** Whether it is, besides, not to wait until there are more events. */
    default boolean isUrgent(EventMessage<?> event) {
        return false;
    }

    /** The document's fields except {@code _id}, {@code position} and {@code first}, which the caller adds. */
    Document write(V value);

    /** The reverse of {@link #write}; here {@code _id} and {@code position} are there. */
    V read(Document document);

    /**
     * Told of each document that a batch has changed, under the same conditions as {@link #published} and before it.
     *
     * @param before what it held; null when there was none, or when the batch made it afresh
     * @param after  what it holds; null when it has gone
     */
    default void changed(@Nullable V before, @Nullable V after) {}

    /** Told after documents have been written, the token has been stored and the new position is known. */
    default void published(List<V> written) {}
}
