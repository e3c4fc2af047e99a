package io.daybook.ui.live;

import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderView;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** Orders as they come along: waiting for one to be settled, or following it, without holding a thread. */
public final class OrderUpdates {

    private final QueryGateway queries;
    private final LiveSettings settings;

    OrderUpdates(QueryGateway queries, LiveSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** Begins to watch an order. Do this before sending the command, then ask for {@link #settled(OrderWatch, Duration, Duration)}. */
    public OrderWatch watch(OrderId orderId) {
        return watch(orderId, 0, view -> {}, () -> {});
    }

    /**
     * What becomes of a watched order whose command was accepted: settled, or as last seen when the time is up; empty when
     * the view does not know it yet. The watch is closed then.
     *
     * @param longer how much longer than usual that is expected to take; nothing for an order that was placed before
     */
    public CompletableFuture<Optional<OrderView>> settled(OrderWatch watch, Duration timeout, Duration longer) {
        return watch.settled(timeout, settings.firstLook().plus(longer));
    }

    /**
     * The order once it is settled, seen at the given position in the log or later; as last seen when the time is up;
     * empty when the view does not know it.
     */
    public CompletableFuture<Optional<OrderView>> settled(OrderId orderId, long atLeast, Duration timeout) {
        return watch(orderId, atLeast, view -> {}, () -> {}).settled(timeout, Duration.ZERO);
    }

    /**
     * Follows an order: hands over the order as it is now, if it is known, and then each later state, never an older one
     * after a newer. Calls come from the view's thread: be quick. Close what is returned.
     *
     * @param gone is run when the view cannot be followed any more
     */
    public OrderWatch follow(OrderId orderId, Consumer<OrderView> each, Runnable gone) {
        OrderWatch watch = watch(orderId, 0, each, gone);
        watch.look();
        return watch;
    }

    private OrderWatch watch(OrderId orderId, long atLeast, Consumer<OrderView> each, Runnable gone) {
        return new OrderWatch(
                Subscribing.to(() -> queries.subscriptionQuery(
                        FindOrder.class.getName(),
                        new FindOrder(orderId, atLeast),
                        ResponseTypes.instanceOf(OrderAnswer.class),
                        ResponseTypes.instanceOf(OrderView.class),
                        settings.updatesBuffered())),
                each,
                gone);
    }
}
