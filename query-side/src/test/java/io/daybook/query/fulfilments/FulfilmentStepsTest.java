package io.daybook.query.fulfilments;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.query.Orders;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FulfilmentStepsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Orders order = Orders.of("order-1", "ada", 1);

    @Test
    void an_order_waits_for_one_step_after_the_other_since_the_event_that_began_it() {
        assertThat(after(order.placed())).isEqualTo(waiting(Step.PAYMENT, 0));
        assertThat(after(order.placed(), order.authorized())).isEqualTo(waiting(Step.STOCK, 1));
        assertThat(after(order.placed(), order.authorized(), order.reserved())).isEqualTo(waiting(Step.CAPTURE, 2));
        assertThat(after(order.placed(), order.authorized(), order.reserved(), order.captured()))
                .isEqualTo(waiting(Step.CONFIRMATION, 3));
        assertThat(after(order.placed(), order.authorized(), order.reserved(), order.captured(), order.confirmed()))
                .isNull();
    }

    @Test
    void an_order_of_nothing_to_pay_waits_for_no_payment() {
        var free = order.placed(Money.parse("GBP 0.00"));

        assertThat(after(free).step()).isEqualTo(Step.STOCK);
        assertThat(after(free, order.reserved()).step()).isEqualTo(Step.CONFIRMATION);
    }

    @Test
    void refused_stock_is_undone_until_the_order_is_rejected_and_a_late_answer_does_not_revive_it() {
        assertThat(after(order.placed(), order.authorized(), order.refused(), order.reserved()))
                .isEqualTo(waiting(Step.COMPENSATION, 2));
        assertThat(after(order.placed(), order.refused(), order.rejected("out of stock")))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PAYMENT", "STOCK", "CAPTURE"})
    void a_step_that_is_not_answered_in_time_is_undone(Step step) {
        Fulfilment current = new Fulfilment("order-1", false, step, BEGIN, null, Tier.STANDARD);

        assertThat(FulfilmentSteps.fold(current, order.timedOut(step), BEGIN.plusSeconds(9)))
                .isEqualTo(waiting(Step.COMPENSATION, 9));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"CONFIRMATION", "COMPENSATION", "DISPATCH"})
    void a_step_that_cannot_be_undone_is_waited_for_anew(Step step) {
        Fulfilment current = new Fulfilment("order-1", false, step, BEGIN, null, Tier.STANDARD);

        assertThat(FulfilmentSteps.fold(current, order.timedOut(step), BEGIN.plusSeconds(9)))
                .isEqualTo(waiting(step, 9));
        assertThat(FulfilmentSteps.fold(current, order.timedOut(Step.PAYMENT), BEGIN.plusSeconds(9)))
                .isSameAs(current);
    }

    @Test
    void a_stuck_order_keeps_its_cause_until_it_is_tried_again() {
        assertThat(after(order.placed(), order.stuck(Step.PAYMENT, "no answer")))
                .isEqualTo(new Fulfilment("order-1", false, Step.PAYMENT, BEGIN, "no answer", Tier.STANDARD));
        assertThat(after(order.placed(), order.stuck(Step.PAYMENT, "no answer"), order.retried()))
                .isEqualTo(waiting(Step.PAYMENT, 2));
    }

    @Test
    void a_dispatched_order_is_on_its_way_again_until_its_goods_have_left() {
        assertThat(after(order.dispatched()))
                .isEqualTo(new Fulfilment("order-1", false, Step.DISPATCH, BEGIN, null, null));
        assertThat(after(order.dispatched(), order.stockDispatched())).isNull();
    }

    @Test
    void an_order_that_is_cancelled_on_its_way_keeps_its_tier() {
        assertThat(after(order.placed(), order.authorized(), order.cancellationRequested()))
                .isEqualTo(waiting(Step.COMPENSATION, 2));
        assertThat(after(order.cancellationRequested()))
                .isEqualTo(new Fulfilment("order-1", false, Step.COMPENSATION, BEGIN, null, null));
    }

    @Test
    void events_of_a_settled_order_open_nothing() {
        assertThat(after(order.authorized(), order.reserved(), order.captured(), order.retried()))
                .isNull();
    }

    private static Fulfilment waiting(Step step, int second) {
        return new Fulfilment("order-1", false, step, BEGIN.plusSeconds(second), null, Tier.STANDARD);
    }

    private static @Nullable Fulfilment after(Object... events) {
        Fulfilment current = null;
        for (int i = 0; i < events.length; i++) {
            current = FulfilmentSteps.fold(current, events[i], BEGIN.plusSeconds(i));
        }
        return current;
    }
}
