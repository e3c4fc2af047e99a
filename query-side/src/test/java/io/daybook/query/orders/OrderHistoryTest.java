package io.daybook.query.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import io.daybook.api.order.OrderView.TimelineEntry;
import io.daybook.api.payment.PaymentEvent.CaptureRequested;
import io.daybook.api.payment.PaymentId;
import io.daybook.query.Orders;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Orders order = Orders.of("order-1", "ada", 3);

    @Test
    void a_refused_order_says_what_was_short_and_why_it_was_rejected() {
        OrderView view = after(
                order.placed(), order.authorized(), order.refused(), order.voided(), order.rejected("out of stock"));

        assertThat(view.state()).isEqualTo(OrderState.REJECTED);
        assertThat(view.reason()).isEqualTo("out of stock");
        assertThat(view.shortages()).isEqualTo(order.refused().shortages());
        assertThat(view.timeline())
                .contains(
                        new TimelineEntry(BEGIN.plusSeconds(1), "PaymentAuthorized", "ref-order-1"),
                        new TimelineEntry(BEGIN.plusSeconds(2), "StockRefused", "SKU0: 5 wanted, 2 available"),
                        new TimelineEntry(BEGIN.plusSeconds(4), "OrderRejected", "out of stock"));
    }

    @Test
    void a_stuck_order_shows_where_and_that_it_was_tried_again() {
        OrderView view = after(order.placed(), order.stuck(Step.PAYMENT, "no answer"), order.retried());

        assertThat(view.state()).isEqualTo(OrderState.PLACED);
        assertThat(view.timeline())
                .extracting(TimelineEntry::note)
                .containsExactly("by ada", "PAYMENT: no answer", "by staff: mended");
    }

    @Test
    void a_dispatched_order_stays_dispatched_when_its_goods_leave() {
        OrderView view = after(order.placed(), order.confirmed(), order.dispatched(), order.stockDispatched());

        assertThat(view.state()).isEqualTo(OrderState.DISPATCHED);
        assertThat(view.position()).isEqualTo(3);
    }

    @Test
    void an_intent_changes_nothing_and_an_event_of_an_unknown_order_makes_none() {
        OrderView placed = after(order.placed());
        var intent = new CaptureRequested(PaymentId.of(order.id()), order.id());

        assertThat(OrderHistory.fold(placed, intent, BEGIN, 1)).isSameAs(placed);
        assertThat(OrderHistory.fold(null, order.authorized(), BEGIN, 1)).isNull();
    }

    @Test
    void what_is_written_as_a_document_is_read_back_the_same_lines_included() {
        OrderView view = after(order.placed(), order.refused(), order.rejected("out of stock"));
        Document document = OrderDocument.write(view).append("_id", "order-1").append("position", view.position());

        OrderView read = OrderDocument.read(document);

        assertThat(read).isEqualTo(view);
        assertThat(OrderDocument.write(read)).isEqualTo(OrderDocument.write(view));
    }

    private static OrderView after(Object... events) {
        @Nullable OrderView view = null;
        for (int i = 0; i < events.length; i++) {
            view = OrderHistory.fold(view, events[i], BEGIN.plusSeconds(i), i);
        }
        return view;
    }
}
