package io.daybook.ui.levels;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.ServiceLevel;
import io.daybook.api.operations.TierControls;
import io.daybook.operations.InstanceDirectory;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.pages.Views;
import io.daybook.ui.placement.OrderPlacement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Looks up what is promised, what was kept, and how capacity is shared. */
final class LevelBook {

    private static final List<Duration> SPANS = List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));

    private final Views views;
    private final DecidedControls controls;
    private final OrderPlacement placement;
    private final InstanceDirectory instances;
    private final Clock clock;

    LevelBook(
            Views views, DecidedControls controls, OrderPlacement placement, InstanceDirectory instances, Clock clock) {
        this.views = views;
        this.controls = controls;
        this.placement = placement;
        this.instances = instances;
        this.clock = clock;
    }

    /** Everything of one moment; VIP first. */
    record Page(List<TierLevel> tiers, CapacityPlan plan, List<CapacityLine> lines) {}

    Page open() {
        return new Page(tiers(), plan(), lines());
    }

    /** What is promised, and what was kept; VIP first. */
    List<TierLevel> tiers() {
        TierControls decided = controls.now().tiers();
        Map<Tier, ServiceLevel> levels = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            levels.put(tier, decided.level(tier));
        }
        Instant now = clock.instant();
        List<Map<Tier, Attainment>> attained = SPANS.stream()
                .map(span -> Attainment.ask(views, now, span, levels))
                .toList();
        return List.of(level(Tier.VIP, decided, attained), level(Tier.STANDARD, decided, attained));
    }

    CapacityPlan plan() {
        return controls.now().tiers().capacity();
    }

    List<CapacityLine> lines() {
        return CapacityLine.of(instances.instances());
    }

    private TierLevel level(Tier tier, TierControls decided, List<Map<Tier, Attainment>> attained) {
        return new TierLevel(
                tier,
                decided.level(tier),
                attained.stream().map(each -> each.get(tier)).toList(),
                placement.expectedWait(tier).toMillis(),
                (int) Math.round(100 * placement.shareTaken(tier)));
    }
}
