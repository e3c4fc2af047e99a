package io.daybook.query.figures;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.Money;

/**
 * How orders began. Those placed last are remembered, because most are settled soon; the others are asked of the log, which
 * always gives the same answer, also after a restart and when the view is built anew.
 */
final class Placements {

    /** How an order began. */
    record Placement(Tier tier, Instant at, Money total) {}

    private static final int REMEMBERED = 10_000;

    private final Supplier<EventStore> log;
    private final Map<OrderId, Placement> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrderId, Placement> eldest) {
            return size() > REMEMBERED;
        }
    };

    Placements(Supplier<EventStore> log) {
        this.log = log;
    }

    synchronized Placement placed(OrderPlaced placed, Instant at) {
        Placement placement = new Placement(placed.tier(), at, placed.total());
        last.put(placed.orderId(), placement);
        return placement;
    }

    /** How the order began; empty when the log does not say. */
    synchronized Optional<Placement> of(OrderId orderId) {
        Placement known = last.get(orderId);
        return known == null ? read(orderId) : Optional.of(known);
    }

    private Optional<Placement> read(OrderId orderId) {
        DomainEventStream events = log.get().readEvents(orderId.value(), 0);
        if (!events.hasNext()) {
            return Optional.empty();
        }
        DomainEventMessage<?> first = events.next();
        return first.getPayload() instanceof OrderPlaced placed
                ? Optional.of(new Placement(placed.tier(), first.getTimestamp(), placed.total()))
                : Optional.empty();
    }
}
