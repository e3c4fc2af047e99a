package io.daybook.saga.fulfilment;

import io.daybook.api.order.OrderId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;

/**
 * The sagas that are open for an order.
 *
 * @param ids by the type of the sagas; of each type, there may be none
 */
record OrderSagas(AssociationValue order, Map<Class<? extends FulfilmentSaga>, Set<String>> ids) {

    static final List<Class<? extends FulfilmentSaga>> TYPES = List.of(FulfilmentSaga.class, VipFulfilmentSaga.class);

    static OrderSagas in(SagaStore<? super FulfilmentSaga> store, OrderId orderId) {
        AssociationValue order = new AssociationValue(FulfilmentSaga.ORDER, orderId.value());
        Map<Class<? extends FulfilmentSaga>, Set<String>> ids = new HashMap<>();
        TYPES.forEach(type -> ids.put(type, store.findSagas(type, order)));
        return new OrderSagas(order, ids);
    }

    /**
     * Whether these segments work on the order. One that has no saga may be of any tier.
     *
     * @param segments by the type of their sagas
     */
    boolean areWorkedOnBy(Map<Class<? extends FulfilmentSaga>, Collection<EventTrackerStatus>> segments) {
        boolean none = ids.values().stream().allMatch(Set::isEmpty);
        return ids.entrySet().stream()
                .filter(each -> none || !each.getValue().isEmpty())
                .allMatch(each -> segments.getOrDefault(each.getKey(), List.of()).stream()
                        .anyMatch(segment -> SagasByOrder.worksOn(segment.getSegment(), order, each.getValue())));
    }
}
