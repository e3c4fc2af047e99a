package io.daybook.ui.overview;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** Answers of this instance that were its own fault, by its own meters. */
final class ServerErrors {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Seen(Instant at, long errors) {}

    private final MeterRegistry meters;
    private final Deque<Seen> seen = new ArrayDeque<>();

    ServerErrors(MeterRegistry meters) {
        this.meters = meters;
    }

    /** How many there were within the last minute, or since somebody began to look. */
    synchronized long lastMinute(Instant now) {
        long errors = meters.find("http.server.requests").tag("outcome", "SERVER_ERROR").timers().stream()
                .mapToLong(Timer::count)
                .sum();
        seen.addLast(new Seen(now, errors));
        while (Objects.requireNonNull(seen.peekFirst()).at().isBefore(now.minus(MINUTE))) {
            seen.removeFirst();
        }
        return errors - Objects.requireNonNull(seen.peekFirst()).errors();
    }
}
