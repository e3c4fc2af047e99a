package io.daybook.saga.fulfilment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** The segments of the fulfilment's event processors, one for each tier, that this instance works on, once these run. */
final class WorkedOn implements Supplier<Collection<EventTrackerStatus>> {

    static final List<Class<? extends FulfilmentSaga>> TYPES = List.of(FulfilmentSaga.class, VipFulfilmentSaga.class);

    private volatile Map<Class<? extends FulfilmentSaga>, StreamingEventProcessor> processors = Map.of();

    void of(Configuration axon) {
        Map<Class<? extends FulfilmentSaga>, StreamingEventProcessor> found = new HashMap<>();
        TYPES.forEach(type -> found.put(
                type,
                axon.eventProcessingConfiguration()
                        .<StreamingEventProcessor>sagaEventProcessor(type)
                        .orElseThrow()));
        processors = Map.copyOf(found);
    }

    /** Those that work on sagas of a type. */
    Collection<EventTrackerStatus> of(Class<? extends FulfilmentSaga> type) {
        StreamingEventProcessor processor = processors.get(type);
        return processor == null ? List.of() : processor.processingStatus().values();
    }

    @Override
    public Collection<EventTrackerStatus> get() {
        return TYPES.stream().flatMap(type -> of(type).stream()).toList();
    }
}
