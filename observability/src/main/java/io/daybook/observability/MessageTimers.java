package io.daybook.observability;

import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One timer for each type of message and outcome, looked up once for each type; and how many messages are under way. */
final class MessageTimers {

    private final AtomicInteger inFlight;
    private final ClassValue<Map<Outcome, Timer>> timers;

    /**
     * @param name     name of the timers
     * @param tag      name of the tag that holds the simple name of the message's type
     * @param meters   has what all of them are tagged with
     */
    MessageTimers(Meters meters, String name, String tag) {
        inFlight = meters.number(name + ".in.flight", "Messages that are being handled");
        timers = new ClassValue<>() {
            @Override
            protected Map<Outcome, Timer> computeValue(Class<?> type) {
                Map<Outcome, Timer> byOutcome = new EnumMap<>(Outcome.class);
                for (Outcome outcome : Outcome.values()) {
                    byOutcome.put(
                            outcome,
                            Timer.builder(name)
                                    .tag(tag, type.getSimpleName())
                                    .tag("outcome", outcome.tag())
                                    .tags(List.of(meters.instance()))
                                    .register(meters.registry()));
                }
                return byOutcome;
            }
        };
    }

    /** A message begins to be handled; what is returned is to be given to {@link #end}. */
    long begin() {
        inFlight.incrementAndGet();
        return System.nanoTime();
    }

    void end(Class<?> type, Outcome outcome, long begun) {
        inFlight.decrementAndGet();
        long nanos = System.nanoTime() - begun;
        Objects.requireNonNull(timers.get(type).get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
    }
}
