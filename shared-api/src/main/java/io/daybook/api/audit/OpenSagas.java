package io.daybook.api.audit;

import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import java.util.List;
import java.util.Set;

/**
 * The sagas that are open for some orders.
 *
 * @param reached the position that all sagas have reached as far as the instance that answers knows; -1 where it does not
 */
public record OpenSagas(List<OpenSaga> sagas, long reached) {

    /** Asks for them, answered with {@link OpenSagas}. */
    public record FindOpenSagas(Set<OrderId> orders) {}

    /** @param awaiting the step whose answer it waits for */
    public record OpenSaga(OrderId order, Step awaiting) {}
}
