package io.daybook.query.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log by position, a bounded number of events at a time. A stream is open only as long as it takes, and only so
 * many at once: what is read here must not be missing where orders are processed.
 *
 * <p>A moment is found by halving the log, which takes some twenty reads of one event each: the embedded log has no index on
 * times, because it would cost every order something.
 */
final class LogReader {

    private static final Duration SKEW = Duration.ofSeconds(1);

    private final EventStore log;
    private final HistorySettings settings;
    private final Semaphore turns;

    LogReader(EventStore log, HistorySettings settings) {
        this.log = log;
        this.settings = settings;
        this.turns = new Semaphore(settings.readers(), true);
    }

    /** The position of the newest event; less than {@link #first} when there is none. */
    long head() {
        return position(log.createHeadToken());
    }

    /** The position of the oldest event. */
    long first() {
        return position(log.createTailToken()) + 1;
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    static long positionOf(TrackedEventMessage<?> message) {
        return position(message.trackingToken());
    }

    /** The events between two positions, both included, in order; fewer when the log does not deliver them in time. */
    List<TrackedEventMessage<?>> read(long from, long to) {
        List<TrackedEventMessage<?>> read = new ArrayList<>();
        if (to < from) {
            return read;
        }
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the log is being read by too many at this moment");
            }
            try {
                fill(read, from, to);
            } finally {
                turns.release();
            }
            return read;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the log", interrupted);
        }
    }

    private void fill(List<TrackedEventMessage<?>> read, long from, long to) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                log.openStream(from == 0 ? null : new GlobalSequenceTrackingToken(from - 1))) {
            long last = from - 1;
            while (last < to
                    && stream.hasNextAvailable((int) settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                TrackedEventMessage<?> next = stream.nextAvailable();
                last = positionOf(next);
                if (last <= to) {
                    read.add(next);
                }
            }
        }
    }

    /** The position of the first event at this moment or later; one more than {@link #head} when all are earlier. */
    long firstSince(Instant moment) {
        long low = first();
        long high = head() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            List<TrackedEventMessage<?>> there = read(middle, middle);
            if (!there.isEmpty() && there.get(0).getTimestamp().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The events from shortly before this one on, as many as are looked at for such a question; it is among them, as a rule. */
    List<TrackedEventMessage<?>> around(EventMessage<?> event) {
        // Machines have clocks of their own: an event may stand a little before one that seems to be older.
        long from = firstSince(event.getTimestamp().minus(SKEW));
        long head = head();
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        while (from <= head && found.size() < settings.look()) {
            List<TrackedEventMessage<?>> part = read(from, Math.min(head, from + settings.chunk() - 1));
            int at = indexOf(event, part);
            if (at >= 0) {
                found.addAll(part);
                long last = positionOf(part.get(part.size() - 1));
                found.addAll(read(last + 1, Math.min(head, positionOf(part.get(at)) + settings.nearby())));
                return found;
            }
            if (part.isEmpty()) {
                return found;
            }
            found.addAll(part);
            from += settings.chunk();
        }
        return found;
    }

    private static int indexOf(EventMessage<?> event, List<TrackedEventMessage<?>> part) {
        for (int i = 0; i < part.size(); i++) {
            if (part.get(i).getIdentifier().equals(event.getIdentifier())) {
                return i;
            }
        }
        return -1;
    }
}
