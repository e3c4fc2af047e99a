package io.daybook.query.projection;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the thread on which the event processor of a view reads the log and decides when to try again. */
@FunctionalInterface
public interface Coordinators {

    /** Tries again when Axon says so: after a second, then after twice as long, up to a minute. */
    Coordinators USUAL = name -> Executors.newScheduledThreadPool(1, task -> new Thread(task, name));

    ScheduledExecutorService of(String threadName);
}
