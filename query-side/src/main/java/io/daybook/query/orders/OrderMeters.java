package io.daybook.query.orders;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Steered;
import io.daybook.api.operations.TierControls;
import io.daybook.api.order.OrderView;
import io.daybook.api.order.OrderView.TimelineEntry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of orders ({@code daybook.orders}), and takes the time from placed to confirmed by the log's own
 * clock ({@code daybook.order.confirmation}), and counts which were confirmed within the time that their tier was promised
 * then ({@code daybook.order.promise}). Counts what happened since it was made and nothing earlier, so that a view
 * that is rebuilt counts nothing again.
 */
final class OrderMeters implements MeterBinder, Steered {

    private static final Map<String, String> OUTCOMES = Map.of(
            "OrderPlaced", "placed",
            "OrderConfirmed", "confirmed",
            "OrderRejected", "rejected",
            "OrderCancelled", "cancelled");

    private static final Duration FASTEST = Duration.ofMillis(5);
    private static final Duration SLOWEST = Duration.ofMinutes(2);

    private final Instant since;
    private final String instance;
    private volatile Map<String, Counter> outcomes = Map.of();
    private volatile Map<Tier, Timer> confirmations = Map.of();
    private volatile Map<Tier, Counter> kept = Map.of();
    private volatile Map<Tier, Counter> broken = Map.of();
    private volatile TierControls tiers = Controls.USUAL.tiers();

    /** @param instance which measures this */
    OrderMeters(Instant since, String instance) {
        this.since = since;
        this.instance = instance;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Map<String, Counter> counters = new HashMap<>();
        OUTCOMES.forEach((event, outcome) -> counters.put(
                event,
                Counter.builder("daybook.orders")
                        .tag("outcome", outcome)
                        .description("Orders, by what became of them")
                        .register(registry)));
        Map<Tier, Timer> timers = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            timers.put(
                    tier,
                    Timer.builder("daybook.order.confirmation")
                            .tag("tier", tier.name())
                            .description("From placed to confirmed")
                            .publishPercentileHistogram()
                            .minimumExpectedValue(FASTEST)
                            .maximumExpectedValue(SLOWEST)
                            .register(registry));
        }
        outcomes = counters;
        confirmations = timers;
        kept = promises(registry, true);
        broken = promises(registry, false);
        for (Tier tier : Tier.values()) {
            Gauge.builder(
                            "daybook.order.promise.percent",
                            this,
                            meters -> meters.tiers.level(tier).percent())
                    .tag("tier", tier.name())
                    .tag("instance.name", instance)
                    .description("Of a hundred orders, how many are to be confirmed within the promised time")
                    .register(registry);
        }
    }

    private static Map<Tier, Counter> promises(MeterRegistry registry, boolean kept) {
        Map<Tier, Counter> counters = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            counters.put(
                    tier,
                    Counter.builder("daybook.order.promise")
                            .tag("tier", tier.name())
                            .tag("kept", String.valueOf(kept))
                            .description("Orders confirmed, by whether that was within the promised time")
                            .register(registry));
        }
        return counters;
    }

    @Override
    public void steer(Controls controls) {
        tiers = controls.tiers();
    }

    /** @param before the order as it was; null when nothing is known of it */
    void changed(@Nullable OrderView before, OrderView after) {
        List<TimelineEntry> timeline = after.timeline();
        for (int i = before == null ? 0 : before.timeline().size(); i < timeline.size(); i++) {
            TimelineEntry entry = timeline.get(i);
            Counter counter = outcomes.get(entry.what());
            if (counter != null && entry.at().isAfter(since)) {
                counter.increment();
                confirmed(after, entry);
            }
        }
    }

    private void confirmed(OrderView order, TimelineEntry entry) {
        Timer timer = confirmations.get(order.tier());
        if (timer != null && entry.what().equals("OrderConfirmed")) {
            Duration took = Duration.between(order.placedAt(), entry.at());
            timer.record(took);
            boolean inTime = took.compareTo(tiers.level(order.tier()).within()) <= 0;
            Counter promise = (inTime ? kept : broken).get(order.tier());
            if (promise != null) {
                promise.increment();
            }
        }
    }
}
