package io.daybook.saga.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/** The segments of the fulfilment's event processor that this instance works on, once that runs. */
final class WorkedOn implements Supplier<Collection<EventTrackerStatus>> {

    private volatile @Nullable StreamingEventProcessor processor;

    void of(Configuration axon) {
        processor = axon.eventProcessingConfiguration()
                .eventProcessor(FulfilmentSaga.PROCESSING_GROUP, StreamingEventProcessor.class)
                .orElseThrow();
    }

    @Override
    public Collection<EventTrackerStatus> get() {
        StreamingEventProcessor running = processor;
        return running == null ? List.of() : running.processingStatus().values();
    }
}
