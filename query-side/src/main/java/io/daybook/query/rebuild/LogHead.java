package io.daybook.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Where the log ends, and how fast it grows; asked once a second at most. */
final class LogHead {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private long asked;
    private long head = -1;
    private long growth;

    LogHead(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /** Position of the last event. */
    synchronized long position() {
        ask();
        return head;
    }

    /** Events a second by which it grew lately. */
    synchronized long growth() {
        ask();
        return growth;
    }

    /** The position of the last event before that time. */
    long before(Instant time) {
        return position(log.createTokenAt(time));
    }

    private void ask() {
        long now = System.nanoTime();
        if (head < 0 || now - asked >= FRESH_NANOS) {
            long position = position(log.createHeadToken());
            growth = head < 0 ? 0 : (position - head) * FRESH_NANOS / Math.max(1, now - asked);
            head = position;
            asked = now;
        }
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }
}
