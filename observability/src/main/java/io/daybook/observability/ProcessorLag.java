package io.daybook.observability;

import io.micrometer.core.instrument.Gauge;
import java.util.Collection;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;

/**
 * How far a processor is behind: events between the slowest of its segments on this instance and the head of the log. Asked
 * for at each scrape and not in between; an instance that has none of the segments has no figure (not a number).
 */
final class ProcessorLag {

    private final String processor;
    private final Configuration axon;

    private ProcessorLag(String processor, Configuration axon) {
        this.processor = processor;
        this.axon = axon;
    }

    static void register(Meters meters, String processor, Configuration axon) {
        Gauge.builder("daybook.processor.lag", new ProcessorLag(processor, axon), ProcessorLag::events)
                .tag("processor", processor)
                .tags(List.of(meters.instance()))
                .description("Events between the processor and the head of the log")
                .strongReference(true)
                .register(meters.registry());
    }

    private double events() {
        Collection<EventTrackerStatus> segments = axon.eventProcessingConfiguration()
                .eventProcessor(processor, StreamingEventProcessor.class)
                .map(found -> found.processingStatus().values())
                .orElseThrow();
        if (segments.isEmpty()) {
            return Double.NaN;
        }
        // The processor first, so that what is appended in between does not make it look ahead of the log.
        long slowest = segments.stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElseThrow();
        TrackingToken head = axon.eventStore().createHeadToken();
        return head == null ? 0 : Math.max(0, head.position().orElse(0) - slowest);
    }
}
