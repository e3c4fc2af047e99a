package io.daybook.ui.placement;

import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderView;
import io.daybook.ui.live.LogPosition;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Tells a request that is sent again from another one under the same key. The order itself cannot always: its command
 * carries the prices, names and tier of the moment, and these may have changed between the two.
 */
final class EarlierOrders {

    private final QueryGateway queries;
    private final LogPosition log;

    EarlierOrders(QueryGateway queries, LogPosition log) {
        this.queries = queries;
        this.log = log;
    }

    /** The order under the draft's id, if the log has one; fails with {@link KeyUsedForAnotherOrder} when it is not what the draft asks for. */
    CompletableFuture<Optional<PlacedOrder>> find(OrderDraft draft) {
        return queries.query(new FindOrder(draft.orderId(), log.head()), OrderAnswer.class)
                .thenApply(answer -> answer.order().stream().findFirst().map(order -> same(draft, order)));
    }

    private static PlacedOrder same(OrderDraft draft, OrderView order) {
        if (!draft.sameAs(order)) {
            throw new KeyUsedForAnotherOrder();
        }
        return PlacedOrder.of(order);
    }
}
