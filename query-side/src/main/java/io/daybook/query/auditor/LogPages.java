package io.daybook.query.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** The log, so many events at a time. */
final class LogPages {

    private static final int COMES_WITHIN_MILLIS = 500;

    private final EventStore log;
    private final Streams streams;

    LogPages(EventStore log, Streams streams) {
        this.log = log;
        this.streams = streams;
    }

    /**
     * @param events   those wanted
     * @param position up to which was read
     * @param ended    whether the log ended there
     */
    record Page(List<Happened> events, long position, boolean ended) {}

    long head() {
        return Streams.positionOf(log.createHeadToken());
    }

    /** The position before the first event. */
    long tail() {
        return Streams.positionOf(log.createTailToken());
    }

    /**
     * Events after a position, without those that cannot be read.
     *
     * @param most   read at most
     * @param goesOn whether to read on from this event, which is then not read, too
     * @param wanted those in the page
     */
    Page after(long position, int most, Predicate<Happened> goesOn, Predicate<Happened> wanted)
            throws InterruptedException {
        List<Happened> found = new ArrayList<>();
        long head = head();
        long reached = position;
        try (BlockingStream<TrackedEventMessage<?>> stream =
                log.openStream(new GlobalSequenceTrackingToken(position))) {
            for (int read = 0; read < most && reached < head; read++) {
                if (!stream.hasNextAvailable(COMES_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    return new Page(found, reached, true);
                }
                TrackedEventMessage<?> next = stream.peek().orElseThrow();
                if (next instanceof DomainEventMessage<?> event) {
                    Happened happened = readable(event);
                    if (happened != null && !goesOn.test(happened)) {
                        return new Page(found, reached, false);
                    }
                    if (happened != null && wanted.test(happened)) {
                        found.add(happened);
                    }
                }
                reached = Streams.positionOf(next.trackingToken());
                stream.nextAvailable();
            }
        }
        return new Page(found, reached, reached >= head);
    }

    private @Nullable Happened readable(DomainEventMessage<?> event) {
        try {
            return streams.happened(event);
        } catch (UnfitEvent unfit) {
            return null;
        }
    }
}
