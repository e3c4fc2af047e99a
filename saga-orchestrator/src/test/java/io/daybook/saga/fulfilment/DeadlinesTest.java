package io.daybook.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.fulfilment.FulfilmentQuery.FindFulfilmentsWaiting;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentView;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand.TimeOutStep;
import io.daybook.api.order.OrderId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackerStatus;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final OrderId UNREADABLE = new OrderId("unreadable");
    private static final FulfilmentSettings SETTINGS = Settings.with(Map.of("daybook.fulfilment.sweep-limit", "10"));

    private final List<FulfilmentView> waiting = new ArrayList<>();
    private @Nullable Step unanswered;
    private final List<Object> sent = new ArrayList<>();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final Moving clock = new Moving();
    private final List<EventTrackerStatus> segments = new ArrayList<>(List.of(status(true)));
    private final List<EventTrackerStatus> vipSegments = new ArrayList<>(List.of(status(true)));
    private final InMemorySagaStore sagas = new InMemorySagaStore();
    private final Deadlines deadlines = new Deadlines(
            DefaultQueryGateway.builder().queryBus(queries).build(),
            DefaultCommandGateway.builder().commandBus(commands).build(),
            SETTINGS,
            new Punctuality(
                    order -> OrderSagas.in(sagas, order),
                    type -> type == VipFulfilmentSaga.class ? vipSegments : segments,
                    clock),
            clock);

    DeadlinesTest() {
        queries.<FulfilmentList>subscribe(
                FindFulfilmentsWaiting.class.getName(),
                FulfilmentList.class,
                query -> overdue((FindFulfilmentsWaiting) query.getPayload()));
        commands.subscribe(TimeOutStep.class.getName(), command -> {
            if (((TimeOutStep) command.getPayload()).orderId().equals(UNREADABLE)) {
                throw new CommandRefused(Refusal.Code.NOT_FOUND, "there is no such order");
            }
            return sent.add(command.getPayload());
        });
    }

    @Test
    void a_step_that_has_waited_beyond_its_deadline_is_timed_out() throws Exception {
        OrderId late = new OrderId("late");
        waiting.add(new FulfilmentView(late, Step.PAYMENT, NOW.minusSeconds(61), null));
        waiting.add(new FulfilmentView(new OrderId("early"), Step.PAYMENT, NOW.minusSeconds(59), null));

        deadlines.sweep();
        clock.now = NOW;
        deadlines.sweep();

        assertThat(sent).containsExactly(new TimeOutStep(late, Step.PAYMENT));
    }

    @Test
    void after_a_long_stop_each_step_gets_its_time_again() throws Exception {
        waiting.add(new FulfilmentView(new OrderId("held-up"), Step.PAYMENT, NOW.minusSeconds(86_400), null));
        deadlines.sweep();
        clock.now = clock.now.plusSeconds(59);
        deadlines.sweep();
        assertThat(sent).isEmpty();

        clock.now = clock.now.plusSeconds(1);
        deadlines.sweep();
        assertThat(sent).hasSize(1);
    }

    @Test
    void an_instance_that_works_on_no_fulfilment_or_lags_holds_none_to_its_deadline() throws Exception {
        waiting.add(new FulfilmentView(new OrderId("late"), Step.PAYMENT, NOW.minusSeconds(86_400), null));
        deadlines.sweep();
        clock.now = NOW;
        segments.set(0, status(false));
        deadlines.sweep();
        segments.clear();
        deadlines.sweep();
        assertThat(sent).isEmpty();

        segments.add(status(true));
        deadlines.sweep();
        assertThat(sent).as("it has only just caught up").isEmpty();
    }

    @Test
    void an_order_that_cannot_be_timed_out_keeps_no_other_from_it() throws Exception {
        OrderId late = new OrderId("late");
        waiting.add(new FulfilmentView(UNREADABLE, Step.PAYMENT, NOW.minusSeconds(86_400), null));
        waiting.add(new FulfilmentView(late, Step.PAYMENT, NOW.minusSeconds(86_400), null));
        waiting.add(new FulfilmentView(late, Step.STOCK, NOW.minusSeconds(86_400), null));
        deadlines.sweep();
        clock.now = NOW;
        deadlines.sweep();

        assertThat(sent).containsExactly(new TimeOutStep(late, Step.PAYMENT), new TimeOutStep(late, Step.STOCK));
    }

    @Test
    void steps_that_cannot_be_looked_for_keep_nobody_from_looking_for_the_others() throws Exception {
        waiting.add(new FulfilmentView(new OrderId("late"), Step.STOCK, NOW.minusSeconds(86_400), null));
        unanswered = Step.PAYMENT;
        deadlines.sweep();
        clock.now = NOW;
        deadlines.sweep();

        assertThat(sent).hasSize(1);
    }

    @Test
    void while_one_tier_is_not_worked_on_only_orders_of_the_other_are_held_to_their_deadline() throws Exception {
        OrderId standard = waiting("standard", new FulfilmentSaga());
        OrderId vip = waiting("vip", new VipFulfilmentSaga());
        waiting.add(new FulfilmentView(new OrderId("not-begun"), Step.PAYMENT, NOW.minusSeconds(86_400), null));
        vipSegments.clear();
        deadlines.sweep();
        clock.now = NOW;
        deadlines.sweep();
        assertThat(sent).containsExactly(new TimeOutStep(standard, Step.PAYMENT));
        sent.clear();

        vipSegments.add(status(true));
        deadlines.sweep();
        assertThat(sent).as("it has only just caught up").doesNotContain(new TimeOutStep(vip, Step.PAYMENT));
        clock.now = NOW.plusSeconds(60);
        deadlines.sweep();
        assertThat(sent).contains(new TimeOutStep(vip, Step.PAYMENT));
    }

    @Test
    void an_order_that_another_instance_works_on_is_left_to_that() throws Exception {
        OrderId here = waiting("here", new FulfilmentSaga(), "00000000-" + UUID.randomUUID());
        waiting("elsewhere", new FulfilmentSaga(), "00000001-" + UUID.randomUUID());
        segments.set(0, status(Segment.ROOT_SEGMENT.split()[0]).caughtUp());
        deadlines.sweep();
        clock.now = NOW;
        deadlines.sweep();

        assertThat(sent).containsExactly(new TimeOutStep(here, Step.PAYMENT));
    }

    private OrderId waiting(String name, FulfilmentSaga saga) {
        return waiting(name, saga, name);
    }

    private OrderId waiting(String name, FulfilmentSaga saga, String sagaId) {
        OrderId order = new OrderId(name);
        sagas.insertSaga(saga.getClass(), sagaId, saga, Set.of(new AssociationValue(FulfilmentSaga.ORDER, name)));
        waiting.add(new FulfilmentView(order, Step.PAYMENT, NOW.minusSeconds(86_400), null));
        return order;
    }

    private static EventTrackerStatus status(boolean caughtUp) {
        TrackerStatus status = status(Segment.ROOT_SEGMENT);
        return caughtUp ? status.caughtUp() : status;
    }

    private static TrackerStatus status(Segment segment) {
        return new TrackerStatus(segment, new GlobalSequenceTrackingToken(1));
    }

    /** Long before the present, at first. */
    private static final class Moving extends Clock {
        private Instant now = NOW.minusSeconds(3_600);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("not needed");
        }
    }

    private FulfilmentList overdue(FindFulfilmentsWaiting query) {
        if (query.step() == unanswered) {
            throw new IllegalStateException("the view is being made anew");
        }
        List<FulfilmentView> found = waiting.stream()
                .filter(fulfilment -> fulfilment.step() == query.step())
                .filter(fulfilment -> fulfilment.since().isBefore(query.since()))
                .toList();
        return new FulfilmentList(found, found.size(), 0);
    }
}
