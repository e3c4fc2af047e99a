package io.daybook.command.tiers;

import io.daybook.api.Require;
import io.daybook.api.customer.Tier;

/**
 * How many of a hundred places each tier is guaranteed; what is left is open to both.
 *
 * @param vip      percent that standard orders cannot hold while VIP orders come
 * @param standard percent that VIP orders cannot hold while standard orders come
 */
public record Shares(int vip, int standard) {

    public Shares {
        Require.between("vip", vip, 1, 99);
        Require.between("standard", standard, 1, 99);
        Require.that(vip + standard <= 100, "standard", "must leave room for the share of VIP orders");
    }

    int of(Tier tier) {
        return tier == Tier.VIP ? vip : standard;
    }

    /** Of so many places, those that the tier is guaranteed: at least one. */
    int placesOf(Tier tier, int all) {
        return Math.max(1, all * of(tier) / 100);
    }
}
