package io.daybook.query.figures;

import io.daybook.api.customer.Tier;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;

/**
 * Something that counts.
 *
 * @param at    when it happened
 * @param after how long after the order was placed
 * @param money what the order comes to; of one that is cancelled, what is given up by that, which is nothing unless it was confirmed
 */
record Moment(Kind kind, Tier tier, Instant at, Duration after, Money money) {

    enum Kind {
        PLACED,
        CONFIRMED,
        REJECTED,
        CANCELLED
    }
}
