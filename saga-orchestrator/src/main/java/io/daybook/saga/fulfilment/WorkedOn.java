package io.daybook.saga.fulfilment;

import static java.util.Objects.requireNonNull;

import io.daybook.api.order.OrderId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;

/**
 * The segments of the fulfilment's event processors, one for each tier, that this instance works on, and the sagas of an order,
 * once these run.
 */
final class WorkedOn {

    private volatile Map<Class<? extends FulfilmentSaga>, StreamingEventProcessor> processors = Map.of();
    private volatile @Nullable SagaStore<? super FulfilmentSaga> store;

    @SuppressWarnings("unchecked") // Axon asks for the store by its raw type
    void of(Configuration axon) {
        store = axon.getComponent(SagaStore.class);
        Map<Class<? extends FulfilmentSaga>, StreamingEventProcessor> found = new HashMap<>();
        OrderSagas.TYPES.forEach(type -> found.put(
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

    OrderSagas sagasOf(OrderId order) {
        return OrderSagas.in(requireNonNull(store, "nothing is worked on yet"), order);
    }
}
