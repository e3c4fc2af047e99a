package io.daybook.saga.fulfilment;

import io.daybook.api.audit.OpenSagas;
import io.daybook.api.audit.OpenSagas.FindOpenSagas;
import io.daybook.api.audit.OpenSagas.OpenSaga;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Says which sagas are open, from where they are kept, for the orders that this instance works on. */
class OpenSagasQueryHandler {

    private final SagaStore<? super FulfilmentSaga> store;
    private final Supplier<Collection<EventTrackerStatus>> segments;

    /** @param segments those that the event processor of this instance works on */
    OpenSagasQueryHandler(SagaStore<? super FulfilmentSaga> store, Supplier<Collection<EventTrackerStatus>> segments) {
        this.store = store;
        this.segments = segments;
    }

    @QueryHandler
    OpenSagas handle(FindOpenSagas query) {
        // In this order: what they say is at least as new as how far they had come.
        Collection<EventTrackerStatus> here = List.copyOf(segments.get());
        long reached = here.stream()
                .mapToLong(each -> each.getCurrentPosition().orElse(-1))
                .min()
                .orElse(-1);
        Set<OrderId> known = new HashSet<>();
        List<OpenSaga> open = new ArrayList<>();
        for (OrderId order : query.orders()) {
            AssociationValue association = new AssociationValue(FulfilmentSaga.ORDER, order.value());
            Set<String> ids = store.findSagas(FulfilmentSaga.class, association);
            if (here.stream().noneMatch(each -> SagasByOrder.worksOn(each.getSegment(), association, ids))) {
                continue;
            }
            known.add(order);
            for (String id : ids) {
                Step awaiting = awaiting(id);
                if (awaiting != null) {
                    open.add(new OpenSaga(order, awaiting));
                }
            }
        }
        return new OpenSagas(known, open, reached);
    }

    private @Nullable Step awaiting(String id) {
        SagaStore.@Nullable Entry<FulfilmentSaga> saga = store.loadSaga(FulfilmentSaga.class, id);
        return saga == null ? null : saga.saga().awaiting();
    }
}
