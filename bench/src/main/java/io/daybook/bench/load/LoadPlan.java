package io.daybook.bench.load;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How orders are placed.
 *
 * @param clients     how many at once
 * @param warmup      how long before anything is counted
 * @param measured    how long then
 * @param skus        products to choose from
 * @param lines       products in each order
 * @param customers   on whose behalf, by turns; empty for the one who is signed in
 * @param waitSeconds how long the platform is asked to wait until an order is settled
 * @param serverPid   the server's process, when its memory is to be read
 */
record LoadPlan(
        int clients,
        Duration warmup,
        Duration measured,
        List<String> skus,
        int lines,
        List<String> customers,
        int waitSeconds,
        @Nullable Long serverPid) {}
