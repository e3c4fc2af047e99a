package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.FigureList;
import io.daybook.api.figures.FiguresQuery.Figures;
import io.daybook.api.figures.FiguresQuery.FindFigures;
import io.daybook.api.fulfilment.FulfilmentQuery.FindQueues;
import io.daybook.api.fulfilment.FulfilmentQuery.Queue;
import io.daybook.api.fulfilment.FulfilmentQuery.Queues;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderQuery.CountOrders;
import io.daybook.api.order.OrderQuery.OrderCounts;
import io.daybook.api.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryGateway;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(
        classes = QuerySideTestApplication.class,
        properties = {"daybook.views.patience=5s", "daybook.views.readers=3"})
@DirtiesContext
class FiguresTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Autowired
    ViewPositions positions;

    @Test
    void orders_are_counted_when_it_happened_with_revenue_and_time_to_confirmation() {
        Orders quick = Orders.of("quick", "ada", 1);
        Orders slow = Orders.of("slow", "ada", 2);
        Orders refused = Orders.of("no-luck", "ada", 1);
        at(NOON.plusSeconds(5), 0, quick.placed());
        at(NOON.plusMillis(5_080), 1, quick.confirmed());
        at(NOON.plusSeconds(12), 0, slow.placed());
        at(NOON.plusSeconds(13), 0, refused.placed());
        at(NOON.plusSeconds(14), 1, refused.rejected("no"));
        at(NOON.plusSeconds(70), 1, slow.confirmed());
        settle();

        List<Figures> fine = ask(new FindFigures(NOON, NOON.plusSeconds(60), FiguresQuery.FINEST));
        assertThat(fine).extracting(Figures::from).containsExactly(NOON, NOON.plusSeconds(10));
        assertThat(fine).extracting(Figures::placed).containsExactly(1, 2);
        assertThat(fine).extracting(Figures::rejected).containsExactly(0, 1);
        Figures all = ask(new FindFigures(NOON, NOON.plusSeconds(300), Duration.ofMinutes(5)))
                .get(0);
        assertThat(all.confirmed()).isEqualTo(2);
        assertThat(all.revenue()).containsExactly(Money.parse("GBP 10.20"));
        assertThat(all.latencies().get(FiguresQuery.LATENCY_BOUNDS.indexOf(100)))
                .isEqualTo(1);
        assertThat(all.latencies().get(FiguresQuery.LATENCY_BOUNDS.indexOf(60_000)))
                .isEqualTo(1);
    }

    @Test
    void what_was_earned_is_given_up_when_a_confirmed_order_is_cancelled_and_not_when_another_is() {
        Instant evening = NOON.plusSeconds(6 * 3600);
        Orders kept = Orders.of("kept", "ada", 1);
        Orders back = Orders.of("taken-back", "ada", 2);
        Orders early = Orders.of("cancelled-early", "ada", 4);
        at(evening, 0, kept.placed());
        at(evening, 0, back.placed());
        at(evening, 0, early.placed());
        at(evening.plusSeconds(1), 1, kept.confirmed());
        at(evening.plusSeconds(1), 1, back.confirmed());
        at(evening.plusSeconds(2), 1, early.cancelled());
        at(evening.plusSeconds(90), 2, back.cancelled());
        settle();

        List<Figures> minutes = ask(new FindFigures(evening, evening.plusSeconds(120), Duration.ofMinutes(1)));
        assertThat(minutes)
                .extracting(Figures::revenue)
                .containsExactly(List.of(Money.parse("GBP 10.20")), List.of(Money.parse("GBP -7.65")));
    }

    @Test
    void orders_that_wait_are_shown_by_tier_and_step_with_the_oldest() {
        Orders first = Orders.of("waits-longest", "ada", 1);
        Orders second = Orders.of("waits-too", "ada", 1);
        at(NOON.minusSeconds(100), 0, first.placed());
        at(NOON.minusSeconds(50), 0, second.placed());
        at(NOON.minusSeconds(40), 1, second.stuck(Step.PAYMENT, "no answer"));
        settle();

        Queue payment = queries.query(new FindQueues(), Queues.class).join().queues().stream()
                .filter(queue -> queue.step() == Step.PAYMENT)
                .findFirst()
                .orElseThrow();
        assertThat(payment.oldest()).isEqualTo(first.id());
        assertThat(payment.oldestSince()).isEqualTo(NOON.minusSeconds(100));
        assertThat(payment.orders()).isEqualTo(2);
        assertThat(payment.stuck()).isEqualTo(1);
        assertThat(queries.query(new CountOrders(), OrderCounts.class)
                        .join()
                        .orders()
                        .get(OrderState.PLACED))
                .isGreaterThanOrEqualTo(2);
    }

    private void at(Instant when, long sequence, io.daybook.api.order.OrderEvent event) {
        store.publish(new GenericDomainEventMessage<>(
                "test",
                event.orderId().value(),
                sequence,
                event,
                MetaData.emptyInstance(),
                event.getClass().getSimpleName() + event.orderId(),
                when));
    }

    private void settle() {
        positions.await(store.createHeadToken().position().orElseThrow(), LONG).join();
    }

    private List<Figures> ask(FindFigures query) {
        return queries.query(query, FigureList.class).join().figures();
    }
}
