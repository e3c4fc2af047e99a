package io.daybook.bench.tiers;

/**
 * What one offer came to.
 *
 * @param drainSeconds after its end, until all orders were settled
 */
record Part(Offer offer, Outcome vip, Outcome standard, double drainSeconds) {}
