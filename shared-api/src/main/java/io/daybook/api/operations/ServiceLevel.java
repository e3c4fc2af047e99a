package io.daybook.api.operations;

import io.daybook.api.Require;
import io.daybook.api.customer.Tier;
import java.time.Duration;

/**
 * What orders of a tier are promised: of a hundred that are confirmed, so many are so within the time.
 *
 * @param percent from 1 to 100
 * @param millis  from placed to confirmed, by the log's clock
 */
public record ServiceLevel(int percent, int millis) {

    public ServiceLevel {
        Require.between("percent", percent, 1, 100);
        Require.that(millis > 0, "millis", "must be more than nothing");
    }

    /** As long as no operator has decided otherwise. */
    public static ServiceLevel usual(Tier tier) {
        return tier == Tier.VIP ? new ServiceLevel(99, 2_000) : new ServiceLevel(95, 10_000);
    }

    public Duration within() {
        return Duration.ofMillis(millis);
    }
}
