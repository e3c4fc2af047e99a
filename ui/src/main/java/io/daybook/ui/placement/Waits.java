package io.daybook.ui.placement;

import io.daybook.api.customer.Tier;
import io.daybook.operations.InstanceProcessors;
import io.daybook.operations.InstanceReport;
import io.daybook.operations.ProcessorReport;
import io.daybook.operations.ProcessorReport.SegmentReport;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long orders wait: from how far the event processors are behind that take them through their steps, and from how many wait
 * for a place and how fast these become free. An order comes to each several times, and waits each time.
 */
final class Waits implements Function<Tier, Duration> {

    /** Placed, paid for, reserved, captured. */
    private static final int STEPS = 4;

    /** To be held, and to be taken. */
    private static final int PAYMENTS = 2;

    /** Who is less far behind has it in a batch or two. */
    private static final Duration WORTH_COUNTING = Duration.ofSeconds(1);

    /** Who has passed nothing lately and is behind by more events than this stands still, and is not only idle. */
    private static final long STANDS_STILL = 500;

    private final Supplier<List<InstanceProcessors>> processors;
    private final Supplier<List<InstanceReport>> instances;

    Waits(Supplier<List<InstanceProcessors>> processors, Supplier<List<InstanceReport>> instances) {
        this.processors = processors;
        this.instances = instances;
    }

    @Override
    public Duration apply(Tier tier) {
        String suffix = tier == Tier.VIP ? "-vip" : "";
        List<InstanceProcessors> behind = processors.get();
        return behind(behind, "fulfilment" + suffix)
                .multipliedBy(STEPS)
                .plus(behind(behind, "payment-gateway" + suffix)
                        .plus(forPlaces(tier))
                        .multipliedBy(PAYMENTS));
    }

    /** The longest line there is. One that does not move is not waited for: the provider is away then, and nobody knows how long. */
    private Duration forPlaces(Tier tier) {
        return instances.get().stream()
                .flatMap(instance -> instance.lines().stream())
                .filter(line -> line.tier() == tier && line.perSecond() > 0)
                .map(line -> Duration.ofMillis((long) (1_000 * line.waiting() / line.perSecond())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration behind(List<InstanceProcessors> instances, String processor) {
        return instances.stream()
                .flatMap(instance -> instance.processors().stream())
                .filter(report -> report.name().equals(processor))
                .map(ProcessorReport::segments)
                .flatMap(List::stream)
                .filter(SegmentReport::claimed)
                .map(Waits::behind)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /**
     * As long as it takes to come to the head of the log at the pace of the moment. How old the next event is would say too
     * much: one that has nothing to handle tells only now and then how far it is.
     */
    private static Duration behind(SegmentReport segment) {
        @Nullable Duration old = segment.lagMillis() == null ? null : Duration.ofMillis(segment.lagMillis());
        if (segment.perSecond() <= 0) {
            return segment.lag() < STANDS_STILL || old == null ? Duration.ZERO : old;
        }
        Duration needs = Duration.ofMillis((long) (1_000 * segment.lag() / segment.perSecond()));
        Duration behind = old == null || needs.compareTo(old) < 0 ? needs : old;
        return behind.compareTo(WORTH_COUNTING) < 0 ? Duration.ZERO : behind;
    }
}
