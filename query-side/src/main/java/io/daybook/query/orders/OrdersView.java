package io.daybook.query.orders;

import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderView;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentId;
import io.daybook.query.projection.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per order. Whoever waits for an order is told after it was written. */
final class OrdersView implements View<Object, OrderView> {

    static final String NAME = "orders";

    /** Nobody waits for an order that was settled longer ago; a view that is made anew meets many of these. */
    private static final Duration AWAITED = Duration.ofMinutes(1);

    private final Supplier<QueryUpdateEmitter> emitter;
    private final OrderMeters meters;
    private final Clock clock;

    OrdersView(Supplier<QueryUpdateEmitter> emitter, OrderMeters meters, Clock clock) {
        this.emitter = emitter;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Document> indexes() {
        return List.of(
                new Document(OrderDocument.CUSTOMER, 1)
                        .append(OrderDocument.PLACED_AT, -1)
                        .append("_id", 1),
                new Document(OrderDocument.STATE, 1)
                        .append(OrderDocument.PLACED_AT, -1)
                        .append("_id", 1),
                new Document(OrderDocument.PLACED_AT, -1).append("_id", 1));
    }

    @Override
    public String id(Object event) {
        return orderOf(event).value();
    }

    private static OrderId orderOf(Object event) {
        if (event instanceof OrderEvent orderEvent) {
            return orderEvent.orderId();
        } else if (event instanceof PaymentEvent paymentEvent) {
            return paymentEvent.orderId();
        }
        return ((ReservationEvent) event).orderId();
    }

    @Override
    public boolean startsAfresh(Object event) {
        return event instanceof OrderEvent.OrderPlaced;
    }

    @Override
    public @Nullable OrderView fold(@Nullable OrderView current, Object event, Instant at, long position) {
        return OrderHistory.fold(current, event, at, position);
    }

    @Override
    public Set<Class<?>> audited() {
        return Set.of(OrderEvent.class, PaymentEvent.class, ReservationEvent.class);
    }

    @Override
    public List<String> streams(String id) {
        OrderId order = new OrderId(id);
        return List.of(id, PaymentId.of(order).value(), ReservationId.of(order).value());
    }

    @Override
    public boolean mixes() {
        return true;
    }

    @Override
    public Document write(OrderView value) {
        return OrderDocument.write(value);
    }

    @Override
    public OrderView read(Document document) {
        return OrderDocument.read(document);
    }

    /** Whoever has placed an order waits to learn what became of it. */
    @Override
    public boolean isAwaited(EventMessage<?> event) {
        return (event.getPayloadType() == OrderConfirmed.class || event.getPayloadType() == OrderRejected.class)
                && event.getTimestamp().isAfter(clock.instant().minus(AWAITED));
    }

    /** VIPs are not to wait longer than they must. */
    @Override
    public boolean isUrgent(EventMessage<?> event) {
        return Tier.of(event) == Tier.VIP && isAwaited(event);
    }

    @Override
    public void changed(@Nullable OrderView before, @Nullable OrderView after) {
        if (after != null) {
            meters.changed(before, after);
        }
    }

    @Override
    public void published(List<OrderView> written) {
        Set<OrderId> awaited = new HashSet<>();
        for (var subscription : emitter.get().activeSubscriptions()) {
            if (subscription.getPayload() instanceof FindOrder query) {
                awaited.add(query.orderId());
            }
        }
        if (awaited.isEmpty()) {
            return;
        }
        for (OrderView order : written) {
            // Each emission asks every subscription: do not ask them all for orders that none of them wants.
            if (awaited.contains(order.orderId())) {
                emitter.get().emit(FindOrder.class, query -> query.orderId().equals(order.orderId()), order);
            }
        }
    }
}
