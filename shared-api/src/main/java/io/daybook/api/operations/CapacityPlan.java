package io.daybook.api.operations;

import io.daybook.api.Require;
import io.daybook.api.customer.Tier;

/**
 * How capacity is shared between the tiers: of a hundred places, those that each is guaranteed; what is left is open to both.
 *
 * @param vip       percent that standard orders cannot hold while VIP orders come
 * @param standard  percent that VIP orders cannot hold while standard orders come
 * @param automatic whether the shares follow how long orders of each tier wait, from these on
 * @param least     percent below which the share of a tier then never goes
 * @param most      percent above which it never goes
 */
public record CapacityPlan(int vip, int standard, boolean automatic, int least, int most) {

    private static final int ALL = 100;

    /** As long as no operator has decided otherwise. */
    public static final CapacityPlan USUAL = new CapacityPlan(25, 25, true, 15, 50);

    public CapacityPlan {
        Require.between("least", least, 1, ALL / 2);
        Require.between("most", most, least, ALL - 1);
        Require.between("vip", vip, least, most);
        Require.between("standard", standard, least, most);
        Require.that(vip + standard <= ALL, "standard", "must leave room for the share of VIP orders");
    }

    /** What the plan says for the tier. */
    public int of(Tier tier) {
        return tier == Tier.VIP ? vip : standard;
    }
}
