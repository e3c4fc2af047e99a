package io.daybook.query.projection;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the thread on which the event processor of a view reads the log and decides when to try again. */
@FunctionalInterface
public interface Coordinators {

    /** Tries again when Axon says so: after a second, then after twice as long, up to a minute. */
    Coordinators USUAL = PacedReader::new;

    /** @param pace the least time from one look into the log to the next */
    ScheduledExecutorService of(String threadName, Duration pace);
}
