package io.daybook.query.history;

import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.order.OrderView;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.query.projection.Fold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an order stands, as the view of orders has it, with the last that was heard of its payment and its reservation. */
final class OrderTelling implements Telling {

    private final Fold<OrderView> fold;
    private @Nullable OrderView order;
    private @Nullable String payment;
    private @Nullable String reservation;

    record State(
            OrderView order,
            @Nullable String payment,
            @Nullable String reservation) {}

    OrderTelling(Fold<OrderView> fold) {
        this.fold = fold;
    }

    @Override
    public void next(Object event, Instant at, long number) {
        order = fold.fold(order, event, at, number);
        if (event instanceof PaymentEvent) {
            payment = event.getClass().getSimpleName();
        } else if (event instanceof ReservationEvent) {
            reservation = event.getClass().getSimpleName();
        }
    }

    @Override
    public @Nullable Object state() {
        return order == null ? null : new State(order, payment, reservation);
    }
}
