package io.daybook.command.tiers;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Steered;
import io.daybook.api.operations.TierControls;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All places of an instance for which orders of both tiers wait. Shares them as operators have decided, or as the waits ask for,
 * and has meters tell how each tier fares.
 */
public final class Capacity implements Steered, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Capacity.class);

    private final CapacitySettings settings;
    private final MeterRegistry registry;
    private final String instance;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("capacity"));
    private volatile TierControls decided = Controls.USUAL.tiers();

    /** @param instance whose places these are */
    Capacity(CapacitySettings settings, MeterRegistry registry, String instance) {
        this.settings = settings;
        this.registry = registry;
        this.instance = instance;
        long every = settings.every().toMillis();
        var unused = clock.scheduleWithFixedDelay(this::share, every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * A queue for so many places.
     *
     * @param line what waits there
     */
    public <T> TieredQueue<T> queue(String line, int places) {
        CapacityPlan plan = decided.capacity();
        Shares shares = new Shares(plan.vip(), plan.standard());
        TieredQueue<T> queue = new TieredQueue<>(places, shares, settings.awake(), System::nanoTime);
        lines.add(new Line(line, queue, shares));
        for (Tier tier : Tier.values()) {
            measure(line, queue, tier);
        }
        return queue;
    }

    @Override
    public void steer(Controls controls) {
        if (!controls.tiers().equals(decided)) {
            decided = controls.tiers();
            clock.execute(this::share);
        }
    }

    /** Whatever is wrong this time, the next look is not lost for it. */
    private void share() {
        TierControls now = decided;
        for (Line line : lines) {
            try {
                line.share(now);
            } catch (RuntimeException failure) {
                log.error("The places of {} could not be shared anew", line, failure);
            }
        }
    }

    private void measure(String line, TieredQueue<?> queue, Tier tier) {
        Tags tags = Tags.of("instance.name", instance, "line", line, "tier", tier.name());
        gauge(
                "daybook.capacity.guaranteed",
                "Places that the tier is guaranteed",
                tags,
                queue,
                lead(tier, TieredQueue.Lead::guaranteed));
        gauge("daybook.capacity.taken", "Places that the tier holds", tags, queue, lead(tier, TieredQueue.Lead::taken));
        gauge(
                "daybook.capacity.waiting",
                "Pieces of work that wait for a place",
                tags,
                queue,
                lead(tier, TieredQueue.Lead::waiting));
        FunctionTimer.builder(
                        "daybook.capacity.wait",
                        queue,
                        each -> each.lead(tier).started(),
                        each -> each.lead(tier).waited().toNanos(),
                        TimeUnit.NANOSECONDS)
                .tags(tags)
                .description("Time that work waits for a place")
                .register(registry);
        FunctionTimer.builder(
                        "daybook.capacity.work",
                        queue,
                        each -> each.lead(tier).ended(),
                        each -> each.lead(tier).worked().toNanos(),
                        TimeUnit.NANOSECONDS)
                .tags(tags)
                .description("Time that work holds a place")
                .register(registry);
    }

    private static ToDoubleFunction<TieredQueue<?>> lead(Tier tier, ToDoubleFunction<TieredQueue.Lead> figure) {
        return queue -> figure.applyAsDouble(queue.lead(tier));
    }

    private void gauge(
            String name, String description, Tags tags, TieredQueue<?> queue, ToDoubleFunction<TieredQueue<?>> figure) {
        Gauge.builder(name, queue, figure).tags(tags).description(description).register(registry);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
