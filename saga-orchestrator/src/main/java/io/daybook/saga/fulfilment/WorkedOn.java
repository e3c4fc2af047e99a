package io.daybook.saga.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** The segments of the fulfilment's event processors, of orders of every tier, that this instance works on, once these run. */
final class WorkedOn implements Supplier<Collection<EventTrackerStatus>> {

    /** How many event processors there are: one for each tier. */
    static final int PROCESSORS = 2;

    private volatile List<StreamingEventProcessor> processors = List.of();

    void of(Configuration axon) {
        processors = Stream.of(FulfilmentSaga.PROCESSING_GROUP, VipFulfilmentSaga.PROCESSING_GROUP)
                .map(group -> axon.eventProcessingConfiguration()
                        .eventProcessor(group, StreamingEventProcessor.class)
                        .orElseThrow())
                .toList();
    }

    @Override
    public Collection<EventTrackerStatus> get() {
        return processors.stream()
                .flatMap(processor -> processor.processingStatus().values().stream())
                .toList();
    }
}
