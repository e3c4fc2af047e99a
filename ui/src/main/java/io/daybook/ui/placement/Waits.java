package io.daybook.ui.placement;

import io.daybook.api.customer.Tier;
import io.daybook.operations.InstanceDirectory;
import io.daybook.operations.InstanceProcessors;
import io.daybook.operations.ProcessorDirectory;
import io.daybook.operations.ProcessorReport;
import io.daybook.operations.ProcessorReport.SegmentReport;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * How long orders wait: from how far the event processors are behind that take them through their steps, and from how many wait
 * for a place and how fast these become free. An order comes to each several times, and waits each time.
 */
final class Waits implements Function<Tier, Duration> {

    /** Placed, paid for, reserved, captured. */
    private static final int STEPS = 4;

    /** To be held, and to be taken. */
    private static final int PAYMENTS = 2;

    /** Events; who is less far behind has them in a batch or two. */
    private static final long WORTH_COUNTING = 500;

    private final ProcessorDirectory processors;
    private final InstanceDirectory instances;

    Waits(ProcessorDirectory processors, InstanceDirectory instances) {
        this.processors = processors;
        this.instances = instances;
    }

    @Override
    public Duration apply(Tier tier) {
        String suffix = tier == Tier.VIP ? "-vip" : "";
        List<InstanceProcessors> behind = processors.instances();
        return behind(behind, "fulfilment" + suffix)
                .multipliedBy(STEPS)
                .plus(behind(behind, "payment-gateway" + suffix)
                        .plus(forPlaces(tier))
                        .multipliedBy(PAYMENTS));
    }

    /** The longest line there is. One that does not move is not waited for: the provider is away then, and nobody knows how long. */
    private Duration forPlaces(Tier tier) {
        return instances.instances().stream()
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
        if (segment.lag() < WORTH_COUNTING || segment.perSecond() <= 0) {
            return Duration.ZERO;
        }
        Duration needs = Duration.ofMillis((long) (1_000 * segment.lag() / segment.perSecond()));
        Duration old = segment.lagMillis() == null ? needs : Duration.ofMillis(segment.lagMillis());
        return needs.compareTo(old) < 0 ? needs : old;
    }
}
