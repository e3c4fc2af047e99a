package io.daybook.saga.tiers;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.Money;

/**
 * Whose orders are, and what they come to. Those placed last are remembered, because most are confirmed soon; the others are
 * asked of the log, which always gives the same answer.
 */
final class PlacedOrders {

    /** An order of a customer. */
    record Purchase(CustomerId customer, Money total) {}

    private static final int REMEMBERED = 20_000;

    private final EventStore log;
    private final Map<OrderId, Optional<Purchase>> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrderId, Optional<Purchase>> eldest) {
            return size() > REMEMBERED;
        }
    };

    PlacedOrders(EventStore log) {
        this.log = log;
    }

    synchronized void placed(OrderPlaced order) {
        last.put(order.orderId(), purchase(order));
    }

    /** The purchase that this order is; empty when it is a guest's. */
    synchronized Optional<Purchase> of(OrderId order) {
        Optional<Purchase> known = last.get(order);
        return known == null ? read(order, false) : known;
    }

    /** The same, but empty, too, when the order was taken back before it was confirmed. */
    Optional<Purchase> confirmed(OrderId order) {
        return read(order, true);
    }

    private Optional<Purchase> read(OrderId order, boolean toTheEnd) {
        Optional<Purchase> purchase = Optional.empty();
        boolean confirmed = !toTheEnd;
        for (var events = log.readEvents(order.value()); events.hasNext(); ) {
            Object event = events.next().getPayload();
            if (event instanceof OrderPlaced placed) {
                purchase = purchase(placed);
            } else if (event instanceof OrderConfirmed) {
                confirmed = true;
            }
            if (confirmed && purchase.isPresent()) {
                return purchase;
            }
        }
        return Optional.empty();
    }

    private static Optional<Purchase> purchase(OrderPlaced order) {
        CustomerId customer = order.customerId();
        return customer == null ? Optional.empty() : Optional.of(new Purchase(customer, order.total()));
    }
}
