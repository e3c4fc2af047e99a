package io.daybook.api;

import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * What makes events of earlier revisions into those of today as they are read. The log is never rewritten: whoever changes how
 * an event is written raises its revision, keeps its golden file, and adds an upcaster here, after those that are there.
 */
public final class EventUpcasters {

    private EventUpcasters() {}

    /** All of them, oldest first. There is none yet: every event has its first revision. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain();
    }
}
