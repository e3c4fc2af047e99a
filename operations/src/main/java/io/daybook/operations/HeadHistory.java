package io.daybook.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** When the log was how long: what is behind by so many events is behind by so much time. */
final class HeadHistory {

    /** An hour of looks once a second. */
    private static final int MOST = 3600;

    private final Deque<Head> heads = new ArrayDeque<>();

    private record Head(long position, Instant at) {}

    void add(long position, Instant at) {
        if (heads.isEmpty() || heads.getLast().position() < position) {
            heads.addLast(new Head(position, at));
            if (heads.size() > MOST) {
                heads.removeFirst();
            }
        }
    }

    /** For how long there have been events after this position; empty when they were there before the first look. */
    Optional<Duration> behind(long position, Instant now) {
        if (heads.isEmpty() || heads.getLast().position() <= position) {
            return Optional.of(Duration.ZERO);
        }
        if (heads.getFirst().position() > position) {
            return Optional.empty();
        }
        return heads.stream()
                .filter(head -> head.position() > position)
                .findFirst()
                .map(head -> Duration.between(head.at(), now));
    }
}
