package io.daybook.query.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderEvent;
import io.daybook.query.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class OrdersViewTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Orders ORDER = Orders.of("order", "eve", 1);

    private final OrdersView view = new OrdersView(
            () -> {
                throw new IllegalStateException("nobody is to be told");
            },
            new OrderMeters(NOW, "views-1"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void what_became_of_an_order_is_awaited_and_how_far_it_is_meanwhile_is_not() {
        assertThat(view.isAwaited(event(Tier.STANDARD, ORDER.confirmed(), NOW))).isTrue();
        assertThat(view.isAwaited(event(Tier.VIP, ORDER.rejected("no"), NOW))).isTrue();
        assertThat(view.isAwaited(event(Tier.STANDARD, ORDER.placed(), NOW))).isFalse();
    }

    @Test
    void what_became_of_a_vip_order_is_urgent() {
        assertThat(view.isUrgent(event(Tier.VIP, ORDER.confirmed(), NOW))).isTrue();
        assertThat(view.isUrgent(event(Tier.VIP, ORDER.rejected("no"), NOW))).isTrue();
    }

    @Test
    void how_far_it_is_meanwhile_is_not_nor_what_became_of_a_standard_order() {
        assertThat(view.isUrgent(event(Tier.VIP, ORDER.placed(), NOW))).isFalse();
        assertThat(view.isUrgent(event(Tier.STANDARD, ORDER.confirmed(), NOW))).isFalse();
    }

    @Test
    void what_happened_long_ago_is_neither_awaited_nor_urgent_any_more() {
        assertThat(view.isAwaited(event(Tier.VIP, ORDER.confirmed(), NOW.minus(Duration.ofMinutes(2)))))
                .isFalse();
        assertThat(view.isUrgent(event(Tier.VIP, ORDER.confirmed(), NOW.minus(Duration.ofMinutes(2)))))
                .isFalse();
    }

    private static EventMessage<?> event(Tier tier, OrderEvent event, Instant at) {
        return new GenericEventMessage<>(
                new GenericMessage<>(event, MetaData.with(Tier.METADATA, tier.name())), () -> at);
    }
}
