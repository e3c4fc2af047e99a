package io.daybook.saga.fulfilment;

import io.daybook.api.audit.OpenSagas;
import io.daybook.api.audit.OpenSagas.FindOpenSagas;
import io.daybook.api.audit.OpenSagas.OpenSaga;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Says which sagas are open, from where they are kept, for the orders that this instance works on. */
class OpenSagasQueryHandler {

    private final SagaStore<? super FulfilmentSaga> store;
    private final Function<Class<? extends FulfilmentSaga>, Collection<EventTrackerStatus>> segments;

    /** @param segments those that the event processor of this instance works on, by the type of its sagas */
    OpenSagasQueryHandler(
            SagaStore<? super FulfilmentSaga> store,
            Function<Class<? extends FulfilmentSaga>, Collection<EventTrackerStatus>> segments) {
        this.store = store;
        this.segments = segments;
    }

    @QueryHandler
    OpenSagas handle(FindOpenSagas query) {
        // In this order: what they say is at least as new as how far they had come.
        Map<Class<? extends FulfilmentSaga>, Collection<EventTrackerStatus>> here = new HashMap<>();
        OrderSagas.TYPES.forEach(type -> here.put(type, List.copyOf(segments.apply(type))));
        long reached = here.values().stream()
                .flatMap(Collection::stream)
                .mapToLong(each -> each.getCurrentPosition().orElse(-1))
                .min()
                .orElse(-1);
        Set<OrderId> known = new HashSet<>();
        List<OpenSaga> open = new ArrayList<>();
        for (OrderId order : query.orders()) {
            OrderSagas sagas = OrderSagas.in(store, order);
            if (sagas.areWorkedOnBy(here)) {
                known.add(order);
                sagas.ids().forEach((type, ids) -> ids.forEach(id -> add(order, awaiting(type, id), open)));
            }
        }
        return new OpenSagas(known, open, reached);
    }

    private static void add(OrderId order, @Nullable Step awaiting, List<OpenSaga> open) {
        if (awaiting != null) {
            open.add(new OpenSaga(order, awaiting));
        }
    }

    private <T extends FulfilmentSaga> @Nullable Step awaiting(Class<T> type, String id) {
        SagaStore.@Nullable Entry<T> saga = store.loadSaga(type, id);
        return saga == null ? null : saga.saga().awaiting();
    }
}
