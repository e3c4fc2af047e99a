package io.daybook.ui.live;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** Where the log ends. */
public final class LogPosition {

    private final StreamableMessageSource<?> log;

    LogPosition(StreamableMessageSource<?> log) {
        this.log = log;
    }

    /**
     * The position of the newest event: pass it as {@code atLeast} of a query right after a command to read what the
     * command wrote. 0 when the log is empty.
     */
    public long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }
}
