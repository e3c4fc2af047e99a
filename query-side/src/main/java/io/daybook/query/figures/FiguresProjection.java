package io.daybook.query.figures;

import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.query.figures.Moment.Kind;
import io.daybook.query.figures.Placements.Placement;
import io.daybook.query.projection.Collector;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.joda.money.Money;

/** Collects what counts. */
@ProcessingGroup(FiguresView.NAME)
class FiguresProjection {

    private final Collector<Moment> updates;
    private final Placements placements;

    FiguresProjection(Collector<Moment> updates, Placements placements) {
        this.updates = updates;
        this.placements = placements;
    }

    @EventHandler
    void on(OrderPlaced placed, @Timestamp Instant at, TrackingToken token) {
        Placement placement = placements.placed(placed, at);
        collect(Kind.PLACED, placement, placement.total(), at, token);
    }

    @EventHandler
    void on(OrderConfirmed event, @Timestamp Instant at, TrackingToken token) {
        placements
                .confirmed(event.orderId())
                .ifPresent(order -> collect(Kind.CONFIRMED, order, order.total(), at, token));
    }

    @EventHandler
    void on(OrderRejected event, @Timestamp Instant at, TrackingToken token) {
        placements.of(event.orderId()).ifPresent(order -> collect(Kind.REJECTED, order, order.total(), at, token));
    }

    @EventHandler
    void on(OrderCancelled event, @Timestamp Instant at, TrackingToken token) {
        placements.of(event.orderId()).ifPresent(order -> collect(Kind.CANCELLED, order, order.earned(), at, token));
    }

    private void collect(Kind kind, Placement placement, Money money, Instant at, TrackingToken token) {
        Duration after = Duration.between(placement.at(), at);
        updates.collect(new Moment(kind, placement.tier(), at, after, money), at, token);
    }
}
