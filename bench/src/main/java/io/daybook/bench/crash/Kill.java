package io.daybook.bench.crash;

/**
 * When something was killed, in milliseconds of the clock.
 *
 * @param measuredFrom  since when the rate before it counts
 * @param restartedAt   when it was started again
 * @param readyAt       when it was ready again
 * @param steadyAt      when the rate, as the clients saw it, was as before; or when waiting for that was given up
 * @param end           when the next one was killed, or the load ended
 */
record Kill(
        Part part,
        String instance,
        long measuredFrom,
        long at,
        long restartedAt,
        long readyAt,
        long steadyAt,
        long end) {}
