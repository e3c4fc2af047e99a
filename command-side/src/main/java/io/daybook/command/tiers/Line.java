package io.daybook.command.tiers;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.TierControls;
import io.daybook.command.tiers.TieredQueue.Lead;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tiered queue under its name, with the shares that it has now. */
final class Line {

    private static final Logger log = LoggerFactory.getLogger(Line.class);

    private final String name;
    private final TieredQueue<?> queue;
    private final Map<Tier, Lead> before = new EnumMap<>(Tier.class);
    private Shares shares;

    Line(String name, TieredQueue<?> queue, Shares shares) {
        this.name = name;
        this.queue = queue;
        this.shares = shares;
        for (Tier tier : Tier.values()) {
            before.put(tier, queue.lead(tier));
        }
    }

    /** Shares the queue as was decided, or as the waits since the last time ask for. */
    void share(TierControls decided) {
        CapacityPlan plan = decided.capacity();
        double vip = pressure(Tier.VIP, decided);
        double standard = pressure(Tier.STANDARD, decided);
        Shares next = plan.automatic()
                ? Allocation.next(shares, plan, vip, standard)
                : new Shares(plan.vip(), plan.standard());
        if (!next.equals(shares)) {
            log.info(
                    "Of the places of {}, VIP orders have {} % and standard ones {} %; it was {} and {}",
                    name, next.vip(), next.standard(), shares.vip(), shares.standard());
            shares = next;
            queue.share(next);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** How long work waits, in relation to the time within which orders are promised to be confirmed. */
    private double pressure(Tier tier, TierControls decided) {
        Lead now = queue.lead(tier);
        Lead last = before.put(tier, now);
        long started = last == null ? now.started() : now.started() - last.started();
        Duration waited = last == null ? now.waited() : now.waited().minus(last.waited());
        double mean = started == 0 ? 0 : (double) waited.toNanos() / started;
        return Math.max(mean, now.oldest().toNanos())
                / decided.level(tier).within().toNanos();
    }
}
