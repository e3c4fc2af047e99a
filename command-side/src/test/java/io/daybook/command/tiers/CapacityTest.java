package io.daybook.command.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.Controls;
import io.daybook.api.operations.OperationsEvent.CapacityShared;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Capacity capacity =
            new Capacity(new CapacitySettings(Duration.ofSeconds(2), Duration.ofMillis(10)), meters, "order-1");
    private final TieredQueue<String> queue = capacity.queue("commands", 20);

    @AfterEach
    void close() {
        capacity.close();
    }

    @Test
    void an_operator_shares_the_places_anew() {
        capacity.steer(decided(new CapacityPlan(40, 20, false, 10, 60)));

        await().untilAsserted(() -> assertThat(guaranteed()).containsExactly(8, 4));
    }

    @Test
    void shares_that_follow_the_waits_go_to_the_tier_that_waits() {
        for (int i = 0; i < 40; i++) {
            queue.add(Tier.STANDARD, "order");
        }
        while (queue.next() != null) {
            // Takes all places that there are for it.
        }

        capacity.steer(decided(new CapacityPlan(25, 25, true, 10, 60)));

        await().untilAsserted(() -> assertThat(guaranteed()).containsExactly(5, 12));
    }

    @Test
    void shares_that_have_followed_the_waits_are_those_of_the_plan_again_when_that_is_switched_off() {
        queue.add(Tier.STANDARD, "order");
        capacity.steer(decided(new CapacityPlan(25, 25, true, 10, 60)));
        await().untilAsserted(() -> assertThat(guaranteed()).containsExactly(5, 12));

        capacity.steer(decided(new CapacityPlan(25, 25, false, 10, 60)));

        await().untilAsserted(() -> assertThat(guaranteed()).containsExactly(5, 5));
    }

    @Test
    void every_plan_that_is_taken_can_be_carried_out_also_one_that_leaves_a_tier_the_least() {
        queue.add(Tier.STANDARD, "order");
        capacity.steer(decided(new CapacityPlan(1, 98, true, 1, 99)));
        await().untilAsserted(
                        () -> assertThat(queue.lead(Tier.STANDARD).guaranteed()).isEqualTo(19));
        capacity.steer(decided(new CapacityPlan(1, 99, false, 1, 99)));
        capacity.steer(decided(new CapacityPlan(99, 1, false, 1, 99)));

        await().untilAsserted(() -> assertThat(guaranteed()).containsExactly(19, 1));
    }

    @Test
    void meters_tell_how_each_tier_fares() {
        queue.add(Tier.VIP, "first");
        queue.add(Tier.VIP, "second");
        queue.done(queue.next());

        assertThat(gauge("daybook.capacity.guaranteed")).isEqualTo(5);
        assertThat(gauge("daybook.capacity.waiting")).isEqualTo(1);
        assertThat(gauge("daybook.capacity.taken")).isZero();
        assertThat(timer("daybook.capacity.wait")).isEqualTo(1);
        assertThat(timer("daybook.capacity.work")).isEqualTo(1);
    }

    private static Controls decided(CapacityPlan plan) {
        return Controls.USUAL.after(new CapacityShared(plan, "test", "olga"));
    }

    private int[] guaranteed() {
        return new int[] {
            queue.lead(Tier.VIP).guaranteed(), queue.lead(Tier.STANDARD).guaranteed()
        };
    }

    private double gauge(String name) {
        return meters.get(name)
                .tags("line", "commands", "tier", "VIP", "instance.name", "order-1")
                .gauge()
                .value();
    }

    private double timer(String name) {
        return meters.get(name)
                .tags("line", "commands", "tier", "VIP")
                .functionTimer()
                .count();
    }
}
