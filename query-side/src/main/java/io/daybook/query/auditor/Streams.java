package io.daybook.query.auditor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** The streams of single aggregates, and in which order their events stand in the log. Used by one thread. */
final class Streams {

    /** Clocks of different machines may differ by so much. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    private static final int MOST_SEARCHED = 50_000;
    private static final long COMES_WITHIN_MILLIS = 500;

    private final EventStore log;
    private final UnfitEvents unfit;
    private final Map<String, List<Happened>> known = new HashMap<>();

    Streams(EventStore log, UnfitEvents unfit) {
        this.log = log;
        this.unfit = unfit;
    }

    /** What was read for one batch is not read again for it. */
    void forget() {
        known.clear();
    }

    List<Happened> readOnce(String stream) {
        return known.computeIfAbsent(stream, each -> read(each, 0));
    }

    /** @throws UnfitEvent when one of them cannot be read */
    List<Happened> read(String stream, long from) {
        List<Happened> found = new ArrayList<>();
        DomainEventStream events = log.readEvents(stream, from);
        while (events.hasNext()) {
            found.add(happened(events.next()));
        }
        return found;
    }

    /** @throws UnfitEvent when it cannot be read */
    Happened happened(DomainEventMessage<?> message) {
        long position = message instanceof TrackedEventMessage<?> tracked
                ? positionOf(tracked.trackingToken())
                : Happened.UNKNOWN;
        return new Happened(
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message.getIdentifier(),
                payload(message),
                message.getTimestamp(),
                position);
    }

    private Object payload(DomainEventMessage<?> message) {
        try {
            return message.getPayload();
        } catch (RuntimeException failure) {
            throw unfit.of(message.getAggregateIdentifier(), message.getSequenceNumber(), failure);
        }
    }

    /** How many events a stream has. */
    long length(String stream) {
        return log.lastSequenceNumberFor(stream).orElse(-1L) + 1;
    }

    long head() {
        return positionOf(log.createHeadToken());
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    /** All of them as they stand in the log, as far as that can be told: by their positions, or else by their times. */
    static List<Happened> merged(List<List<Happened>> streams) {
        List<Happened> all = new ArrayList<>();
        streams.forEach(all::addAll);
        if (streams.size() == 1) {
            return all;
        }
        if (all.stream().allMatch(Happened::located)) {
            all.sort(Comparator.comparingLong(Happened::position));
            return all;
        }
        all.clear();
        List<Deque<Happened>> left = new ArrayList<>();
        streams.forEach(stream -> left.add(new ArrayDeque<>(stream)));
        while (true) {
            Deque<Happened> next = left.stream()
                    .filter(stream -> !stream.isEmpty())
                    .min(Comparator.comparing(stream -> stream.getFirst().at()))
                    .orElse(null);
            if (next == null) {
                return all;
            }
            all.add(next.removeFirst());
        }
    }

    /** The same in the very order of the log, which is searched for their positions; empty when that would take too long. */
    Optional<List<Happened>> located(List<Happened> events) throws InterruptedException {
        if (events.stream().allMatch(Happened::located)) {
            return Optional.of(events);
        }
        Map<String, Happened> wanted = new HashMap<>();
        events.forEach(event -> wanted.put(event.id(), event));
        List<Happened> found = new ArrayList<>();
        TrackingToken from = log.createTokenAt(events.stream()
                .map(Happened::at)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(CLOCKS));
        try (BlockingStream<TrackedEventMessage<?>> stream = log.openStream(from)) {
            for (int read = 0; read < MOST_SEARCHED && !wanted.isEmpty(); read++) {
                if (!stream.hasNextAvailable((int) COMES_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
                TrackedEventMessage<?> next = stream.nextAvailable();
                Happened event = wanted.remove(next.getIdentifier());
                if (event != null) {
                    found.add(event.at(positionOf(next.trackingToken())));
                }
            }
        }
        return wanted.isEmpty() ? Optional.of(found) : Optional.empty();
    }
}
