package io.daybook.standalone.book;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** The newest events on disk, as they were appended, in a ring. One thread adds, any number read without locks. */
final class CommittedEvents {

    private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> ring;
    private volatile long head;

    /**
     * An empty ring.
     *
     * @param size how many events it holds
     * @param head the position of the newest event on disk
     */
    CommittedEvents(int size, long head) {
        this.ring = new AtomicReferenceArray<>(size);
        this.head = head;
    }

    /** Adds the event that is on disk now; its token tells its position. */
    void add(TrackedEventMessage<?> event) {
        long position = position(event);
        ring.set(slot(position), event);
        head = position;
    }

    /** The position of the newest event; 0 when there is none. */
    long head() {
        return head;
    }

    /** The event at this position; null when the ring has it no more, or never had. */
    @Nullable TrackedEventMessage<?> at(long position) {
        TrackedEventMessage<?> event = ring.get(slot(position));
        return event != null && position(event) == position ? event : null;
    }

    private int slot(long position) {
        return (int) (position % ring.length());
    }

    private static long position(TrackedEventMessage<?> event) {
        return ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex();
    }
}
