package io.daybook.command.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.operations.CapacityPlan;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {

    private static final CapacityPlan PLAN = new CapacityPlan(25, 25, true, 10, 60);
    private static final double SHORT = Allocation.CALM / 2;
    private static final double LONG = Allocation.CALM * 10;

    private Shares shares = new Shares(25, 25);

    @Test
    void the_tier_that_waits_is_given_more_of_what_nobody_is_guaranteed() {
        follow(1, LONG, SHORT);

        assertThat(shares).isEqualTo(new Shares(30, 25));
    }

    @Test
    void then_of_what_the_other_tier_is_guaranteed() {
        shares = new Shares(10, 60);
        follow(7, LONG, SHORT);

        assertThat(shares).isEqualTo(new Shares(45, 55));
    }

    @Test
    void the_limits_hold_for_both() {
        follow(100, LONG, SHORT);
        assertThat(shares).isEqualTo(new Shares(60, 25));

        follow(100, SHORT, LONG);
        assertThat(shares).isEqualTo(new Shares(40, 60));
    }

    @Test
    void when_both_wait_about_as_long_for_what_they_are_promised_nothing_changes() {
        shares = new Shares(40, 20);
        follow(1, LONG, LONG * 1.5);

        assertThat(shares).isEqualTo(new Shares(40, 20));
    }

    @Test
    void when_nobody_waits_the_shares_go_back_to_the_plan() {
        shares = new Shares(57, 12);
        follow(1, SHORT, SHORT);
        assertThat(shares).isEqualTo(new Shares(52, 17));

        follow(20, SHORT, SHORT);
        assertThat(shares).isEqualTo(new Shares(25, 25));
    }

    @Test
    void limits_that_were_changed_hold_from_the_next_step_on() {
        shares = new Shares(60, 35);

        shares = Allocation.next(shares, new CapacityPlan(25, 25, true, 20, 40), LONG, LONG);

        assertThat(shares).isEqualTo(new Shares(40, 35));
    }

    /** Whatever the waits and whatever the plan: both tiers keep at least what the plan says, and together no more than there is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void shares_stay_within_the_plan_for_any_waits(long seed) {
        Random random = new Random(seed);
        for (int plans = 0; plans < 50; plans++) {
            CapacityPlan plan = plan(random);
            for (int step = 0; step < 200; step++) {
                shares = Allocation.next(shares, plan, wait(random), wait(random));
                assertThat(shares.vip()).isBetween(plan.least(), plan.most());
                assertThat(shares.standard()).isBetween(plan.least(), plan.most());
                assertThat(shares.vip() + shares.standard()).isLessThanOrEqualTo(100);
            }
            follow(40, SHORT, SHORT, plan);
            assertThat(shares).as("back to %s", plan).isEqualTo(new Shares(plan.vip(), plan.standard()));
        }
    }

    private static CapacityPlan plan(Random random) {
        int least = 1 + random.nextInt(50);
        int most = least + random.nextInt(100 - least);
        int vip = least + random.nextInt(Math.min(most, 100 - least) - least + 1);
        int standard = least + random.nextInt(Math.min(most, 100 - vip) - least + 1);
        return new CapacityPlan(vip, standard, true, least, most);
    }

    private static double wait(Random random) {
        return random.nextInt(3) == 0 ? 0 : random.nextDouble() * 3;
    }

    private void follow(int steps, double vip, double standard) {
        follow(steps, vip, standard, PLAN);
    }

    private void follow(int steps, double vip, double standard, CapacityPlan plan) {
        for (int i = 0; i < steps; i++) {
            shares = Allocation.next(shares, plan, vip, standard);
        }
    }
}
