package io.daybook.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** One timer for each type of message and outcome, looked up once for each type. */
final class MessageTimers {

    private final ClassValue<Map<Outcome, Timer>> timers;

    /**
     * @param name     name of the timers
     * @param tag      name of the tag that holds the simple name of the message's type
     * @param instance all of them have this
     */
    MessageTimers(MeterRegistry registry, String name, String tag, Tag instance) {
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
                                    .tags(List.of(instance))
                                    .register(registry));
                }
                return byOutcome;
            }
        };
    }

    void record(Class<?> type, Outcome outcome, long nanos) {
        Objects.requireNonNull(timers.get(type).get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
    }
}
