package io.daybook.bench.tiers;

/**
 * What one offer came to.
 *
 * @param drainSeconds after its end, until all orders were settled, or waiting for them was given up
 * @param unsettled    orders that were not settled then; those that had been stuck before the offer do not count
 */
record Part(Offer offer, Outcome vip, Outcome standard, double drainSeconds, long unsettled) {}
