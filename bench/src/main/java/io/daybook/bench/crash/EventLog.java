package io.daybook.bench.crash;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The platform's log, wherever it is kept. */
interface EventLog {

    /**
     * An event as it is in the log.
     *
     * @param at      when it happened, by the clock of the process that it happened in
     * @param payload null when it cannot be read
     * @param problem why not; empty when it can
     */
    record Entry(
            long position,
            Instant at,
            String type,
            @Nullable Object payload,
            String problem) {}

    /** Hands over, in order, the events that have come since the last call; all of them at the first. */
    void readOn(Consumer<Entry> reader) throws IOException;
}
