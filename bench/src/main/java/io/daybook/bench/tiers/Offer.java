package io.daybook.bench.tiers;

import java.time.Duration;

/**
 * Orders that come at a steady rate, whatever becomes of those before.
 *
 * @param name        of this part of the run
 * @param perSecond   orders of both tiers
 * @param vipPercent  of these
 * @param duration    for which they come
 */
record Offer(String name, double perSecond, int vipPercent, Duration duration) {

    double perSecond(boolean vip) {
        return perSecond * (vip ? vipPercent : 100 - vipPercent) / 100;
    }
}
