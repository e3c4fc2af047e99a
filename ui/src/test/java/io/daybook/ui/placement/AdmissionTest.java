package io.daybook.ui.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Map<Tier, Duration> waits =
            new ConcurrentHashMap<>(Map.of(Tier.STANDARD, Duration.ZERO, Tier.VIP, Duration.ZERO));

    private final Admission admission = new Admission(
            waits::get,
            new PlacementSettings(
                    Duration.ZERO,
                    1,
                    1,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofSeconds(20),
                    Duration.ofMillis(1),
                    1_000,
                    Duration.ofMinutes(1)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        admission.close();
    }

    @Test
    void while_nobody_waits_for_long_every_order_is_taken() {
        waits.put(Tier.STANDARD, Duration.ofSeconds(5));

        await().until(() -> admission.expectedWait(Tier.STANDARD).equals(Duration.ofSeconds(5)));
        assertThat(taken(Tier.STANDARD, 1_000)).isEqualTo(1_000);
    }

    @Test
    void when_standard_orders_wait_for_too_long_most_of_them_are_sent_away_and_vip_orders_are_not() {
        waits.put(Tier.STANDARD, Duration.ofSeconds(40));

        await().until(() -> taken(Tier.STANDARD, 100) <= 3);
        assertThat(taken(Tier.VIP, 100)).isEqualTo(100);
    }

    @Test
    void who_is_sent_away_is_told_when_to_try_again() {
        waits.put(Tier.VIP, Duration.ofSeconds(30));
        await().until(() -> taken(Tier.VIP, 100) <= 3);

        assertThatThrownBy(() -> IntStream.range(0, 100).forEach(i -> admission.admit(newOrder(), Tier.VIP)))
                .isInstanceOfSatisfying(
                        OrderingBusy.class,
                        busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(31)))
                .hasMessageContaining("about 30 s")
                .hasMessageContaining("2026-01-01T12:00:31Z");
    }

    @Test
    void when_nobody_knows_how_long_orders_wait_they_are_taken_and_it_is_looked_at_again() {
        waits.remove(Tier.STANDARD); // a look finds nothing then, and fails
        assertThat(taken(Tier.STANDARD, 100)).isEqualTo(100);

        waits.put(Tier.STANDARD, Duration.ofSeconds(40));

        await().until(() -> taken(Tier.STANDARD, 100) <= 3);
    }

    @Test
    void once_they_wait_less_all_are_taken_again() {
        waits.put(Tier.STANDARD, Duration.ofSeconds(40));
        await().until(() -> taken(Tier.STANDARD, 100) <= 3);

        waits.put(Tier.STANDARD, Duration.ofSeconds(5));

        await().until(() -> taken(Tier.STANDARD, 100) == 100);
    }

    @Test
    void an_order_that_was_taken_is_taken_again_when_it_is_sent_again() {
        OrderId order = newOrder();
        admission.admit(order, Tier.STANDARD);
        waits.put(Tier.STANDARD, Duration.ofSeconds(40));
        await().until(() -> taken(Tier.STANDARD, 100) <= 3);

        for (int i = 0; i < 100; i++) {
            assertThatCode(() -> admission.admit(order, Tier.STANDARD)).doesNotThrowAnyException();
        }
    }

    private static OrderId newOrder() {
        return new OrderId(UUID.randomUUID().toString());
    }

    private int taken(Tier tier, int orders) {
        int taken = 0;
        for (int i = 0; i < orders; i++) {
            try {
                admission.admit(newOrder(), tier);
                taken++;
            } catch (OrderingBusy away) {
                assertThat(away.retryAfter()).isPositive();
            }
        }
        return taken;
    }
}
