package io.daybook.saga.fulfilment;

import io.daybook.api.audit.OpenSagas;
import io.daybook.api.audit.OpenSagas.FindOpenSagas;
import io.daybook.api.audit.OpenSagas.OpenSaga;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Says which sagas are open, from where they are kept. */
class OpenSagasQueryHandler {

    private final SagaStore<? super FulfilmentSaga> store;
    private final Supplier<@Nullable StreamingEventProcessor> processor;
    private final int segments;

    /** @param segments into how many parts the orders are divided */
    OpenSagasQueryHandler(
            SagaStore<? super FulfilmentSaga> store,
            Supplier<@Nullable StreamingEventProcessor> processor,
            int segments) {
        this.store = store;
        this.processor = processor;
        this.segments = segments;
    }

    @QueryHandler
    OpenSagas handle(FindOpenSagas query) {
        // In this order: what they say is at least as new as this.
        long reached = reached();
        List<OpenSaga> open = new ArrayList<>();
        for (OrderId order : query.orders()) {
            AssociationValue of = new AssociationValue(FulfilmentSaga.ORDER, order.value());
            for (String id : store.findSagas(FulfilmentSaga.class, of)) {
                Step awaiting = awaiting(id);
                if (awaiting != null) {
                    open.add(new OpenSaga(order, awaiting));
                }
            }
        }
        return new OpenSagas(open, reached);
    }

    private @Nullable Step awaiting(String id) {
        SagaStore.@Nullable Entry<FulfilmentSaga> saga = store.loadSaga(FulfilmentSaga.class, id);
        return saga == null ? null : saga.saga().awaiting();
    }

    /** The position that the slowest part has reached; -1 unless all parts are worked on here. */
    private long reached() {
        StreamingEventProcessor here = processor.get();
        if (here == null || here.processingStatus().size() < segments) {
            return -1;
        }
        return here.processingStatus().values().stream()
                .mapToLong(OpenSagasQueryHandler::position)
                .min()
                .orElse(-1);
    }

    private static long position(EventTrackerStatus segment) {
        return segment.getCurrentPosition().orElse(-1);
    }
}
