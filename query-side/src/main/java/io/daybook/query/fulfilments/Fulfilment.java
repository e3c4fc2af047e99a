package io.daybook.query.fulfilments;

import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order on its way waits for.
 *
 * @param free  whether its total is zero, so that there is no payment
 * @param since when it began to wait for this step
 * @param cause why it is stuck; null when it is not
 * @param tier  the customer's when the order was placed; null where its fulfilment began anew after that
 */
record Fulfilment(
        String orderId,
        boolean free,
        Step step,
        Instant since,
        @Nullable String cause,
        @Nullable Tier tier) {

    /** Begins to wait for a step; an order that moves is not stuck. */
    Fulfilment at(Step next, Instant now) {
        return new Fulfilment(orderId, free, next, now, null, tier);
    }

    Fulfilment stuck(Step where, String why) {
        return new Fulfilment(orderId, free, where, since, why, tier);
    }
}
