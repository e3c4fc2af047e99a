package io.daybook.ui.placement;

import io.daybook.api.customer.Tier;
import io.daybook.operations.InstanceProcessors;
import io.daybook.operations.ProcessorDirectory;
import io.daybook.operations.ProcessorReport;
import io.daybook.operations.ProcessorReport.SegmentReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How long orders wait, from how far the event processors are behind that take them through their steps. An order comes to each
 * of them several times, and waits each time.
 */
final class Waits implements Function<Tier, Duration> {

    /** Placed, paid for, reserved, captured. */
    private static final int STEPS = 4;

    /** To be held, and to be taken. */
    private static final int PAYMENTS = 2;

    private final ProcessorDirectory processors;

    Waits(ProcessorDirectory processors) {
        this.processors = processors;
    }

    @Override
    public Duration apply(Tier tier) {
        String suffix = tier == Tier.VIP ? "-vip" : "";
        List<InstanceProcessors> instances = processors.instances();
        return behind(instances, "fulfilment" + suffix)
                .multipliedBy(STEPS)
                .plus(behind(instances, "payment-gateway" + suffix).multipliedBy(PAYMENTS));
    }

    private static Duration behind(List<InstanceProcessors> instances, String processor) {
        return instances.stream()
                .flatMap(instance -> instance.processors().stream())
                .filter(report -> report.name().equals(processor))
                .map(ProcessorReport::segments)
                .flatMap(List::stream)
                .filter(SegmentReport::claimed)
                .map(SegmentReport::lagMillis)
                .filter(Objects::nonNull)
                .map(Duration::ofMillis)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
