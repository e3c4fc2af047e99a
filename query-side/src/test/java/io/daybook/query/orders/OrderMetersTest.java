package io.daybook.query.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.Controls;
import io.daybook.api.operations.OperationsEvent.ServiceLevelSet;
import io.daybook.api.operations.ServiceLevel;
import io.daybook.api.order.OrderView;
import io.daybook.query.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderMetersTest {

    private static final Instant STARTED = Instant.parse("2026-03-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OrderMeters meters = new OrderMeters(STARTED, "views-1");

    @BeforeEach
    void bind() {
        meters.bindTo(registry);
    }

    private static OrderView after(OrderView order, Object event, Instant at) {
        return OrderHistory.fold(order, event, at, order == null ? 0 : order.position() + 1);
    }

    private double count(String outcome) {
        return registry.get("daybook.orders").tag("outcome", outcome).counter().count();
    }

    @Test
    void an_order_is_counted_at_each_turn_and_timed_by_the_clock_of_the_log() {
        Orders order = Orders.of("order-1", "ada", 1);
        OrderView placed = after(null, order.placed(), STARTED.plusSeconds(1));
        OrderView authorized = after(placed, order.authorized(), STARTED.plusSeconds(2));
        OrderView confirmed = after(authorized, order.confirmed(), STARTED.plusSeconds(4));

        meters.changed(null, placed);
        meters.changed(placed, authorized);
        meters.changed(authorized, confirmed);

        assertThat(count("placed")).isEqualTo(1);
        assertThat(count("confirmed")).isEqualTo(1);
        assertThat(count("rejected")).isZero();
        var time = registry.get("daybook.order.confirmation")
                .tag("tier", "STANDARD")
                .timer();
        assertThat(time.count()).isEqualTo(1);
        assertThat(time.totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void all_that_one_batch_did_to_an_order_is_counted() {
        Orders order = Orders.of("order-1", "ada", 1);
        OrderView placed = after(null, order.placed(), STARTED.plusSeconds(1));

        meters.changed(null, after(placed, order.rejected("out of stock"), STARTED.plusSeconds(2)));

        assertThat(count("placed")).isEqualTo(1);
        assertThat(count("rejected")).isEqualTo(1);
    }

    @Test
    void a_view_that_is_rebuilt_counts_nothing_again() {
        Orders order = Orders.of("order-1", "ada", 1);
        OrderView placed = after(null, order.placed(), STARTED.minusSeconds(20));

        meters.changed(null, after(placed, order.confirmed(), STARTED.minusSeconds(10)));

        assertThat(count("placed")).isZero();
        assertThat(count("confirmed")).isZero();
    }

    @Test
    void an_order_that_was_on_its_way_at_the_start_is_timed_from_when_it_was_placed() {
        Orders order = Orders.of("order-1", "ada", 1);
        OrderView placed = after(null, order.placed(), STARTED.minusSeconds(20));

        meters.changed(placed, after(placed, order.confirmed(), STARTED.plusSeconds(10)));

        assertThat(count("placed")).isZero();
        assertThat(count("confirmed")).isEqualTo(1);
        assertThat(registry.get("daybook.order.confirmation")
                        .tag("tier", "STANDARD")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(30);
    }

    @Test
    void a_promise_is_kept_or_broken_by_what_the_tier_is_promised_at_that_time() {
        Orders order = Orders.of("order-1", "ada", 1);
        OrderView placed = after(null, order.placed(), STARTED.plusSeconds(1));
        OrderView confirmed = after(placed, order.confirmed(), STARTED.plusSeconds(4));

        meters.changed(placed, confirmed);
        meters.steer(
                Controls.USUAL.after(new ServiceLevelSet(Tier.STANDARD, new ServiceLevel(90, 2_000), "test", "olga")));
        meters.changed(placed, confirmed);

        assertThat(promises(true)).isEqualTo(1);
        assertThat(promises(false)).isEqualTo(1);
        assertThat(registry.get("daybook.order.promise.percent")
                        .tag("tier", "STANDARD")
                        .gauge()
                        .value())
                .isEqualTo(90);
    }

    private double promises(boolean kept) {
        return registry.get("daybook.order.promise")
                .tags("tier", "STANDARD", "kept", String.valueOf(kept))
                .counter()
                .count();
    }
}
