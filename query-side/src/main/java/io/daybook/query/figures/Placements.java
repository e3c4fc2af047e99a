package io.daybook.query.figures;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
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

    /**
     * How an order began, and whether it has been confirmed.
     *
     * @param total what it comes to
     */
    record Placement(Tier tier, Instant at, Money total, boolean confirmed) {

        Placement confirm() {
            return new Placement(tier, at, total, true);
        }

        /** What was earned by it up to now. */
        Money earned() {
            return confirmed ? total : Money.zero(total.getCurrencyUnit());
        }
    }

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
        Placement placement = new Placement(placed.tier(), at, placed.total(), false);
        last.put(placed.orderId(), placement);
        return placement;
    }

    /** How the order began, which is confirmed herewith; empty when the log does not say. */
    synchronized Optional<Placement> confirmed(OrderId orderId) {
        Optional<Placement> placement = of(orderId).map(Placement::confirm);
        placement.ifPresent(confirmed -> last.replace(orderId, confirmed));
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
        if (!(first.getPayload() instanceof OrderPlaced placed)) {
            return Optional.empty();
        }
        boolean confirmed = false;
        while (events.hasNext() && !confirmed) {
            confirmed = events.next().getPayload() instanceof OrderConfirmed;
        }
        return Optional.of(new Placement(placed.tier(), first.getTimestamp(), placed.total(), confirmed));
    }
}
