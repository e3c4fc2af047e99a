package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.ui.placement.TestCard;
import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Orders for one unit each.
 *
 * @param first    number of the first
 * @param over     the time over which they are placed, evenly; zero for as fast as they are taken
 * @param senders  who place them, each one order after the other
 * @param customer whose orders they are; null when each is another guest's
 * @param cards    what each is paid with, by its number
 */
record Batch(
        Sku sku,
        int first,
        int orders,
        Duration over,
        int senders,
        @Nullable CustomerId customer,
        Tier tier,
        IntFunction<TestCard> cards) {

    static Batch of(Sku sku, int orders, int senders) {
        return new Batch(sku, 1, orders, Duration.ZERO, senders, null, Tier.STANDARD, number -> TestCard.APPROVE);
    }

    Batch over(Duration time) {
        return new Batch(sku, first, orders, time, senders, customer, tier, cards);
    }

    Batch from(int number) {
        return new Batch(sku, number, orders, over, senders, customer, tier, cards);
    }

    Batch by(CustomerId whose, Tier theirs) {
        return new Batch(sku, first, orders, over, senders, whose, theirs, cards);
    }

    Batch paidWith(IntFunction<TestCard> means) {
        return new Batch(sku, first, orders, over, senders, customer, tier, means);
    }
}
