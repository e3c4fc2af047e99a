package io.daybook.command.tiers;

import io.daybook.api.operations.CapacityPlan;

/**
 * How shares follow the waits, one step at a time. The tier whose orders wait longer, for what they are promised, is given more:
 * first of what nobody is guaranteed, then of what the other tier is. When nobody waits, the shares go back to those of the
 * plan. They never leave the plan's limits, so that no tier is ever left without.
 */
final class Allocation {

    /** Percent. */
    static final int STEP = 5;

    /** Waits that are shorter than this part of the promised time are none. */
    static final double CALM = 0.01;

    /** So many times longer than the other tier's, and a wait is too long. */
    private static final double APART = 2;

    private static final int ALL = 100;

    private Allocation() {}

    /**
     * @param vip      how long work of VIP orders waits, in relation to the time within which these are promised to be confirmed
     * @param standard the same for standard orders
     */
    static Shares next(Shares before, CapacityPlan plan, double vip, double standard) {
        Shares now = within(before, plan);
        if (vip > CALM && vip > APART * standard) {
            int more = clamp(now.vip() + STEP, plan);
            return new Shares(more, Math.min(now.standard(), ALL - more));
        }
        if (standard > CALM && standard > APART * vip) {
            int more = clamp(now.standard() + STEP, plan);
            return new Shares(Math.min(now.vip(), ALL - more), more);
        }
        return vip <= CALM && standard <= CALM ? back(now, plan) : now;
    }

    /** Gives up before it takes, so that there is always room for both. */
    private static Shares back(Shares now, CapacityPlan plan) {
        int vip = towards(now.vip(), plan.vip());
        int standard = towards(now.standard(), plan.standard());
        return vip + standard <= ALL
                ? new Shares(vip, standard)
                : new Shares(Math.min(vip, now.vip()), Math.min(standard, now.standard()));
    }

    private static int towards(int from, int to) {
        return from < to ? Math.min(to, from + STEP) : Math.max(to, from - STEP);
    }

    /** The limits may have been changed. */
    private static Shares within(Shares now, CapacityPlan plan) {
        int vip = clamp(now.vip(), plan);
        return new Shares(vip, Math.min(clamp(now.standard(), plan), ALL - vip));
    }

    /** Whatever one tier has, there is room for the least that the other must have. */
    private static int clamp(int share, CapacityPlan plan) {
        int most = Math.min(plan.most(), ALL - plan.least());
        return Math.max(plan.least(), Math.min(most, share));
    }
}
