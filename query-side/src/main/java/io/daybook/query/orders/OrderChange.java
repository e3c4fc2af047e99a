package io.daybook.query.orders;

import io.daybook.api.inventory.Shortage;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event changes in an order's view, and adds to its timeline. */
final class OrderChange {

    private final OrderView before;
    private final Instant at;
    private final String what;
    private final long position;
    private String note = "";
    private @Nullable String reason;
    private List<Shortage> shortages;

    OrderChange(OrderView before, Object event, Instant at, long position) {
        this.before = before;
        this.at = at;
        this.what = event.getClass().getSimpleName();
        this.position = position;
        this.reason = before.reason();
        this.shortages = before.shortages();
    }

    OrderChange note(String text) {
        note = text;
        return this;
    }

    OrderChange because(String text) {
        reason = text;
        if (note.isEmpty()) {
            note = text;
        }
        return this;
    }

    OrderChange shortOf(List<Shortage> what) {
        shortages = what;
        return this;
    }

    OrderView none() {
        return before;
    }

    OrderView made() {
        return to(before.state());
    }

    OrderView to(OrderState state) {
        List<OrderView.TimelineEntry> timeline =
                new ArrayList<>(before.timeline().size() + 1);
        timeline.addAll(before.timeline());
        timeline.add(new OrderView.TimelineEntry(at, what, note));
        return new OrderView(
                before.orderId(),
                before.customerId(),
                before.tier(),
                state,
                before.lines(),
                before.total(),
                before.cardLastFour(),
                before.shippingAddress(),
                before.placedBy(),
                before.placedAt(),
                reason,
                shortages,
                timeline,
                position);
    }
}
