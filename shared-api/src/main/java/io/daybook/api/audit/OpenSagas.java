package io.daybook.api.audit;

import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import java.util.List;
import java.util.Set;

/**
 * The sagas that are open for some orders.
 *
 * @param known   the orders of which the instance that answers can tell, because it works on them; of others somebody else can
 * @param sagas   those that are open for them
 * @param reached the position that all of these have reached at least
 */
public record OpenSagas(Set<OrderId> known, List<OpenSaga> sagas, long reached) {

    /** Asks for them, answered with {@link OpenSagas}. */
    public record FindOpenSagas(Set<OrderId> orders) {}

    /** @param awaiting the step whose answer it waits for */
    public record OpenSaga(OrderId order, Step awaiting) {}
}
