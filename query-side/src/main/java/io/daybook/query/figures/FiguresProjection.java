package io.daybook.query.figures;

import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderId;
import io.daybook.query.figures.Moment.Kind;
import io.daybook.query.figures.Placements.Placement;
import io.daybook.query.projection.Collector;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

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
        collect(Kind.PLACED, placements.placed(placed, at), at, token);
    }

    @EventHandler
    void on(OrderConfirmed event, @Timestamp Instant at, TrackingToken token) {
        collect(Kind.CONFIRMED, event.orderId(), at, token);
    }

    @EventHandler
    void on(OrderRejected event, @Timestamp Instant at, TrackingToken token) {
        collect(Kind.REJECTED, event.orderId(), at, token);
    }

    @EventHandler
    void on(OrderCancelled event, @Timestamp Instant at, TrackingToken token) {
        collect(Kind.CANCELLED, event.orderId(), at, token);
    }

    private void collect(Kind kind, OrderId order, Instant at, TrackingToken token) {
        placements.of(order).ifPresent(placement -> collect(kind, placement, at, token));
    }

    private void collect(Kind kind, Placement placement, Instant at, TrackingToken token) {
        Duration after = Duration.between(placement.at(), at);
        updates.collect(new Moment(kind, placement.tier(), at, after, placement.total()), at, token);
    }
}
