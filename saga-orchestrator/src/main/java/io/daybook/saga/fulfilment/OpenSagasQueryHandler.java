package io.daybook.saga.fulfilment;

import io.daybook.api.audit.OpenSagas;
import io.daybook.api.audit.OpenSagas.FindOpenSagas;
import io.daybook.api.audit.OpenSagas.OpenSaga;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Says which sagas are open, from where they are kept. */
class OpenSagasQueryHandler {

    private static final List<Class<? extends FulfilmentSaga>> TYPES =
            List.of(FulfilmentSaga.class, VipFulfilmentSaga.class);

    private final SagaStore<? super FulfilmentSaga> store;
    private final Supplier<Collection<EventTrackerStatus>> workedOn;
    private final int segments;

    /**
     * @param workedOn the parts that are worked on here
     * @param segments into how many parts the orders of all tiers are divided
     */
    OpenSagasQueryHandler(
            SagaStore<? super FulfilmentSaga> store, Supplier<Collection<EventTrackerStatus>> workedOn, int segments) {
        this.store = store;
        this.workedOn = workedOn;
        this.segments = segments;
    }

    @QueryHandler
    OpenSagas handle(FindOpenSagas query) {
        // In this order: what they say is at least as new as this.
        long reached = reached();
        List<OpenSaga> open = new ArrayList<>();
        for (OrderId order : query.orders()) {
            AssociationValue of = new AssociationValue(FulfilmentSaga.ORDER, order.value());
            for (Class<? extends FulfilmentSaga> type : TYPES) {
                for (String id : store.findSagas(type, of)) {
                    Step awaiting = awaiting(type, id);
                    if (awaiting != null) {
                        open.add(new OpenSaga(order, awaiting));
                    }
                }
            }
        }
        return new OpenSagas(open, reached);
    }

    private <T extends FulfilmentSaga> @Nullable Step awaiting(Class<T> type, String id) {
        SagaStore.@Nullable Entry<T> saga = store.loadSaga(type, id);
        return saga == null ? null : saga.saga().awaiting();
    }

    /** The position that the slowest part has reached; -1 unless all parts are worked on here. */
    private long reached() {
        Collection<EventTrackerStatus> here = workedOn.get();
        if (here.size() < segments) {
            return -1;
        }
        return here.stream().mapToLong(OpenSagasQueryHandler::position).min().orElse(-1);
    }

    private static long position(EventTrackerStatus segment) {
        return segment.getCurrentPosition().orElse(-1);
    }
}
