package io.daybook.api.order;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.Shortage;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer and the staff see it.
 *
 * @param reason    why it was rejected or cancelled; null when it was not
 * @param shortages what there was not enough of, when that was the reason
 * @param timeline  what happened to it, oldest first
 * @param position  position in the log of the last event seen of this order
 */
public record OrderView(
        OrderId orderId,
        @Nullable CustomerId customerId,
        Tier tier,
        OrderState state,
        List<OrderLine> lines,
        Money total,
        String cardLastFour,
        Address shippingAddress,
        String placedBy,
        Instant placedAt,
        @Nullable String reason,
        List<Shortage> shortages,
        List<TimelineEntry> timeline,
        long position) {

    /**
     * Something that happened to the order.
     *
     * @param what name of the event, for example {@code PaymentAuthorized}
     * @param note what else is worth knowing; empty for nothing
     */
    public record TimelineEntry(Instant at, String what, String note) {}
}
