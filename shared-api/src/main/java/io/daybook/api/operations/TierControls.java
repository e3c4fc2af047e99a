package io.daybook.api.operations;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.OperationsEvent.CapacityShared;
import io.daybook.api.operations.OperationsEvent.ServiceLevelSet;
import io.daybook.api.operations.OperationsEvent.TierThresholdChanged;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What operators have decided about tiers.
 *
 * @param vipFrom  customers who have spent so much are VIPs; null as long as it is what the settings say
 * @param capacity how it is shared
 * @param levels   those that were set
 */
public record TierControls(@Nullable Money vipFrom, CapacityPlan capacity, Map<Tier, ServiceLevel> levels) {

    static final TierControls USUAL = new TierControls(null, CapacityPlan.USUAL, Map.of());

    public TierControls {
        levels = Map.copyOf(levels);
    }

    /** What orders of the tier are promised. */
    public ServiceLevel level(Tier tier) {
        ServiceLevel set = levels.get(tier);
        return set == null ? ServiceLevel.usual(tier) : set;
    }

    TierControls after(TierThresholdChanged event) {
        return new TierControls(event.vipFrom(), capacity, levels);
    }

    TierControls after(CapacityShared event) {
        return new TierControls(vipFrom, event.plan(), levels);
    }

    TierControls after(ServiceLevelSet event) {
        Map<Tier, ServiceLevel> changed = new HashMap<>(levels);
        changed.put(event.tier(), event.level());
        return new TierControls(vipFrom, capacity, changed);
    }
}
