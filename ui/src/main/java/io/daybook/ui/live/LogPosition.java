package io.daybook.ui.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** Where the log ends. */
public final class LogPosition {

    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    LogPosition(StreamableMessageSource<TrackedEventMessage<?>> log) {
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

    /**
     * When the event after this position was written; empty when there is none, or the log does not hand it over in time.
     *
     * @param within how long to wait for it
     */
    public Optional<Instant> writtenAfter(long position, Duration within) {
        try (BlockingStream<TrackedEventMessage<?>> events =
                log.openStream(new GlobalSequenceTrackingToken(position))) {
            return events.hasNextAvailable((int) within.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(events.nextAvailable().getTimestamp())
                    : Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
