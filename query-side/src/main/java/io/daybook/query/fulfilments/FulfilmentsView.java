package io.daybook.query.fulfilments;

import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentId;
import io.daybook.query.projection.View;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per order that waits for something; it goes when the order is settled. */
final class FulfilmentsView implements View<Object, Fulfilment> {

    static final String NAME = "fulfilments";
    static final String STEP = "step";
    static final String SINCE = "since";
    static final String CAUSE = "cause";
    static final String TIER = "tier";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Document> indexes() {
        return List.of(new Document(STEP, 1).append(SINCE, 1), new Document(SINCE, 1).append("_id", 1));
    }

    @Override
    public String id(Object event) {
        if (event instanceof OrderEvent orderEvent) {
            return orderEvent.orderId().value();
        } else if (event instanceof PaymentEvent paymentEvent) {
            return paymentEvent.orderId().value();
        }
        return ((ReservationEvent) event).orderId().value();
    }

    @Override
    public boolean startsAfresh(Object event) {
        return FulfilmentSteps.startsAfresh(event);
    }

    @Override
    public boolean forgets() {
        return true;
    }

    @Override
    public @Nullable Fulfilment fold(@Nullable Fulfilment current, Object event, Instant at, long position) {
        return FulfilmentSteps.fold(current, event, at);
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
    public Document write(Fulfilment value) {
        // The cause is written even when there is none: a query for null finds it on every server.
        return new Document("free", value.free())
                .append(STEP, value.step().name())
                .append(SINCE, Date.from(value.since()))
                .append(CAUSE, value.cause())
                .append(TIER, value.tier() == null ? null : value.tier().name());
    }

    @Override
    public Fulfilment read(Document document) {
        return new Fulfilment(
                document.getString("_id"),
                document.getBoolean("free"),
                Step.valueOf(document.getString(STEP)),
                document.getDate(SINCE).toInstant(),
                document.getString(CAUSE),
                tier(document.getString(TIER)));
    }

    private static @Nullable Tier tier(@Nullable String name) {
        return name == null ? null : Tier.valueOf(name);
    }
}
