package io.daybook.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.ProviderBehaviour;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.ui.experiments.Consistency.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each verdict says yes to what should be in the log, and no to whatever is wrong with it. */
class VerdictTest {

    private static final InstanceName VICTIM = new InstanceName("order-2");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static boolean passed(List<Check> checks) {
        assertThat(checks).isNotEmpty();
        return checks.stream().allMatch(Check::holds);
    }

    private static Story fulfilled(int from, int to, Story story) {
        for (int number = from; number <= to; number++) {
            story.fulfilled(number);
        }
        return story;
    }

    @Test
    void exactly_the_stock_is_sold() {
        Story story = fulfilled(1, 3, new Story().receives(3)).outOfStock(4).outOfStock(5);

        assertThat(passed(Oversell.verdict(story.told(), 5, 3))).isTrue();
    }

    @Test
    void one_unit_too_many_sold_or_delivered_is_found() {
        Story oversold = fulfilled(1, 4, new Story().receives(3)).outOfStock(5);
        Story delivered = fulfilled(1, 4, new Story().receives(3).receives(1)).outOfStock(5);
        Story undersold = fulfilled(1, 2, new Story().receives(3))
                .outOfStock(3)
                .outOfStock(4)
                .outOfStock(5);

        assertThat(passed(Oversell.verdict(oversold.told(), 5, 3))).isFalse();
        assertThat(passed(Oversell.verdict(delivered.told(), 5, 3))).isFalse();
        assertThat(passed(Oversell.verdict(undersold.told(), 5, 3))).isFalse();
    }

    @Test
    void an_order_that_is_lost_or_paid_in_vain_or_twice_is_found() {
        Story lost = fulfilled(1, 3, new Story().receives(3)).outOfStock(4);
        Story inVain = fulfilled(1, 3, new Story().receives(3))
                .outOfStock(4)
                .outOfStock(5)
                .paid(5);
        Story twice = fulfilled(1, 3, new Story().receives(3))
                .outOfStock(4)
                .outOfStock(5)
                .paid(1);

        assertThat(passed(Oversell.verdict(lost.told(), 5, 3))).isFalse();
        assertThat(passed(Oversell.verdict(inVain.told(), 5, 3))).isFalse();
        assertThat(passed(Oversell.verdict(twice.told(), 5, 3))).isFalse();
    }

    private static Story failover() {
        Story story = fulfilled(1, 2, new Story()).happens(new InstanceDisabled(VICTIM, "try", "olive"));
        return story;
    }

    @Test
    void every_order_survives_that_an_instance_is_taken_out() {
        assertThat(passed(Failover.verdict(fulfilled(3, 4, failover()).told(), 4, VICTIM)))
                .isTrue();
    }

    @Test
    void failover_fails_with_an_order_that_is_rejected_stuck_or_missing() {
        Story rejected = fulfilled(3, 3, failover()).outOfStock(4);
        Story missing = fulfilled(3, 3, failover());
        Story stuck = fulfilled(3, 4, failover()).happens(new FulfilmentStuck(Story.order(4), Step.STOCK, "no"));

        assertThat(passed(Failover.verdict(rejected.told(), 4, VICTIM))).isFalse();
        assertThat(passed(Failover.verdict(missing.told(), 4, VICTIM))).isFalse();
        assertThat(passed(Failover.verdict(stuck.told(), 4, VICTIM))).isFalse();
    }

    @Test
    void failover_without_an_instance_taken_out_under_load_proves_nothing() {
        Story never = fulfilled(1, 4, new Story());
        Story after = fulfilled(1, 4, new Story()).happens(new InstanceDisabled(VICTIM, "try", "olive"));

        assertThat(passed(Failover.verdict(never.told(), 4, VICTIM))).isFalse();
        assertThat(passed(Failover.verdict(after.told(), 4, VICTIM))).isFalse();
    }

    @Test
    void shares_are_to_follow_load_factors_within_the_bound() {
        Findings log = fulfilled(1, 400, new Story()).told();
        Map<String, Integer> factors = Map.of("order-1", 100, "order-2", 300);

        assertThat(passed(LoadDistribution.verdict(log, 400, factors, Map.of("order-1", 220L, "order-2", 580L))))
                .isTrue();
        assertThat(passed(LoadDistribution.verdict(log, 400, factors, Map.of("order-1", 580L, "order-2", 220L))))
                .isFalse();
        assertThat(passed(LoadDistribution.verdict(log, 400, factors, Map.of("order-1", 400L, "order-2", 400L))))
                .isFalse();
        assertThat(passed(LoadDistribution.verdict(log, 400, factors, Map.of("order-1", 0L, "order-2", 0L))))
                .isFalse();
    }

    @Test
    void the_bound_is_closer_the_more_points_and_orders_there_are() {
        assertThat(LoadDistribution.bound(0.25, 400, 400)).isBetween(0.12, 0.125);
        assertThat(LoadDistribution.bound(0.25, 4_000, 4_000)).isLessThan(0.04);
    }

    private static Story outage(FaultId fault) {
        Story story = new Story();
        story.happens(new FaultInjected(
                fault,
                new Fault.ProviderTrouble(ProviderBehaviour.DOWN),
                story.now(),
                story.now().plusSeconds(100),
                "try",
                "olive"));
        return story.placed(1).paymentAsked(1).placed(2).paymentAsked(2).later(20_000);
    }

    private static Story back(Story story, FaultId fault) {
        return story.happens(new FaultEnded(fault, story.now(), "try", "olive"));
    }

    private static Story settled(Story story, int number) {
        return story.paymentHeld(number).reserved(number).paid(number).confirmed(number);
    }

    @Test
    void orders_wait_for_a_provider_that_is_away_and_are_confirmed_after() {
        FaultId fault = FaultId.next();
        Story story = settled(settled(back(outage(fault), fault), 1), 2);

        assertThat(passed(PaymentOutage.verdict(story.told(), 2, PATIENCE))).isTrue();
    }

    @Test
    void an_outage_that_nobody_notices_or_that_does_not_end_is_none() {
        FaultId fault = FaultId.next();
        Story unnoticed = back(settled(settled(outage(fault), 1), 2), fault);
        Story endless = outage(fault);
        Story late = settled(settled(back(outage(fault), fault), 1).later(31_000), 2);

        assertThat(passed(PaymentOutage.verdict(unnoticed.told(), 2, PATIENCE))).isFalse();
        assertThat(passed(PaymentOutage.verdict(endless.told(), 2, PATIENCE))).isFalse();
        assertThat(passed(PaymentOutage.verdict(late.told(), 2, PATIENCE))).isFalse();
    }

    @Test
    void an_order_that_is_rejected_while_the_provider_is_away_is_found() {
        FaultId fault = FaultId.next();
        Story story = settled(back(outage(fault).rejected(2), fault), 1);

        assertThat(passed(PaymentOutage.verdict(story.told(), 2, PATIENCE))).isFalse();
    }

    private static Story crash() {
        Story story = fulfilled(1, 1, new Story());
        return story.happens(new FaultInjected(
                FaultId.next(),
                new Fault.Crash(VICTIM),
                story.now(),
                story.now().plusSeconds(8),
                "try",
                "olive"));
    }

    @Test
    void a_crash_counts_only_when_somebody_died() {
        Findings log = fulfilled(2, 3, crash()).told();

        assertThat(passed(Crash.verdict(log, 3, VICTIM, true))).isTrue();
        assertThat(passed(Crash.verdict(log, 3, VICTIM, false))).isFalse();
    }

    @Test
    void a_crash_that_costs_an_order_or_pays_twice_is_found() {
        Story lost = fulfilled(2, 2, crash()).placed(3);
        Story twice = fulfilled(2, 3, crash()).paid(2);

        assertThat(passed(Crash.verdict(lost.told(), 3, VICTIM, true))).isFalse();
        assertThat(passed(Crash.verdict(twice.told(), 3, VICTIM, true))).isFalse();
    }

    private static Story queue(Tier last, boolean overtakes) {
        Story story = new Story().placed(1).placed(2).placed(3).placed(4, last);
        List<Integer> order = new ArrayList<>(List.of(4, 1, 2, 3));
        if (!overtakes) {
            Collections.rotate(order, -1);
        }
        order.forEach(number -> story.later(100).paid(number).confirmed(number));
        return story;
    }

    @Test
    void a_vip_who_overtakes_has_priority() {
        assertThat(passed(Priority.verdict(queue(Tier.VIP, true).told(), 3, 1))).isTrue();
    }

    @Test
    void a_vip_who_queues_like_others_or_is_none_has_no_priority() {
        assertThat(passed(Priority.verdict(queue(Tier.VIP, false).told(), 3, 1)))
                .isFalse();
        assertThat(passed(Priority.verdict(queue(Tier.STANDARD, true).told(), 3, 1)))
                .isFalse();
    }

    @Test
    void a_vip_who_is_compared_with_later_orders_only_has_no_priority() {
        Story story = new Story().placed(4, Tier.VIP).paid(4).confirmed(4);
        fulfilled(1, 3, story.later(1_000));

        assertThat(passed(Priority.verdict(story.told(), 3, 1))).isFalse();
    }

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Watched RIGHT = new Watched(10, true, 10, Duration.ofMillis(150));

    private static Findings deliveries(int count) {
        Story story = new Story().receives(5);
        for (int delivery = 0; delivery < count; delivery++) {
            story.receives(5);
        }
        return story.told();
    }

    @Test
    void reads_that_keep_their_promises_are_consistent() {
        Watched stillUpdating = new Watched(15, true, null, Duration.ofMillis(1_999));

        assertThat(passed(Consistency.verdict(deliveries(2), 2, List.of(RIGHT, stillUpdating), BOUND)))
                .isTrue();
    }

    @Test
    void each_kind_of_read_can_break_its_promise() {
        Watched weak = new Watched(15, false, 15, Duration.ofMillis(100));
        Watched older = new Watched(15, true, 10, Duration.ofMillis(100));
        Watched late = new Watched(15, true, 15, Duration.ofMillis(2_001));
        Watched never = new Watched(15, true, null, null);

        for (Watched broken : List.of(weak, older, late, never)) {
            assertThat(passed(Consistency.verdict(deliveries(2), 2, List.of(RIGHT, broken), BOUND)))
                    .as(broken.toString())
                    .isFalse();
        }
        assertThat(passed(Consistency.verdict(deliveries(1), 2, List.of(RIGHT), BOUND)))
                .isFalse();
    }
}
