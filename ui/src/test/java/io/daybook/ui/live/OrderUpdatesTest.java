package io.daybook.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.AxonException;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.axonframework.queryhandling.SubscriptionQueryUpdateMessage;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderUpdatesTest {

    private static final OrderId ORDER = new OrderId("order");

    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private final OrderUpdates updates = new OrderUpdates(
            DefaultQueryGateway.builder().queryBus(bus).build(),
            new LiveSettings(Duration.ofMillis(50), 32, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    private final AtomicInteger looks = new AtomicInteger();
    private volatile Optional<OrderView> known = Optional.empty();

    @BeforeEach
    void answer() {
        bus.subscribe(FindOrder.class.getName(), OrderAnswer.class, query -> {
            looks.incrementAndGet();
            return new OrderAnswer(known.map(List::of).orElse(List.of()), 0);
        });
    }

    private static OrderView view(OrderState state, long position) {
        return new OrderView(
                ORDER,
                null,
                Tier.STANDARD,
                state,
                List.of(),
                Money.parse("GBP 1.00"),
                "4242",
                new Address("a", "b", "c", "d", "e"),
                "somebody",
                Instant.EPOCH,
                null,
                List.of(),
                List.of(),
                position);
    }

    private void happens(OrderView view) {
        bus.queryUpdateEmitter().emit(FindOrder.class, query -> query.orderId().equals(ORDER), view);
    }

    private void assertNobodyWatches() {
        assertThat(bus.queryUpdateEmitter().activeSubscriptions()).isEmpty();
    }

    @Test
    void what_happens_between_the_watch_and_the_wait_is_not_missed() throws Exception {
        OrderWatch watch = updates.watch(ORDER);
        happens(view(OrderState.PLACED, 1));
        happens(view(OrderState.CONFIRMED, 2));
        assertThat(updates.settled(watch, Duration.ofMinutes(2), Duration.ZERO).get(60, TimeUnit.SECONDS))
                .map(OrderView::state)
                .contains(OrderState.CONFIRMED);
        assertNobodyWatches();
    }

    @Test
    void a_new_order_that_is_waited_for_does_not_cost_a_question_to_the_view() throws Exception {
        OrderUpdates unhurried = new OrderUpdates(
                DefaultQueryGateway.builder().queryBus(bus).build(),
                new LiveSettings(Duration.ofMinutes(1), 32, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        OrderWatch watch = unhurried.watch(ORDER);
        CompletableFuture<Optional<OrderView>> settled = unhurried.settled(watch, Duration.ofMinutes(2), Duration.ZERO);
        happens(view(OrderState.CONFIRMED, 1));
        assertThat(settled.get(60, TimeUnit.SECONDS)).map(OrderView::state).contains(OrderState.CONFIRMED);
        assertThat(looks).hasValue(0);
        assertNobodyWatches();
    }

    @Test
    void an_order_that_is_expected_to_take_longer_is_looked_for_later() throws Exception {
        known = Optional.of(view(OrderState.CONFIRMED, 1));
        assertThat(updates.settled(updates.watch(ORDER), Duration.ofMillis(200), Duration.ofMinutes(1))
                        .get(60, TimeUnit.SECONDS))
                .isEmpty();
        assertThat(looks).hasValue(0);
        assertNobodyWatches();
    }

    @Test
    void an_order_that_was_settled_before_the_watch_is_found_by_the_first_look() throws Exception {
        known = Optional.of(view(OrderState.REJECTED, 5));
        CompletableFuture<Optional<OrderView>> settled =
                updates.settled(updates.watch(ORDER), Duration.ofMinutes(2), Duration.ZERO);
        assertThat(settled.get(60, TimeUnit.SECONDS)).map(OrderView::state).contains(OrderState.REJECTED);
        assertNobodyWatches();
    }

    @Test
    void a_wait_whose_time_is_up_tells_what_was_seen_last() throws Exception {
        OrderWatch watch = updates.watch(ORDER);
        happens(view(OrderState.PLACED, 1));
        assertThat(updates.settled(watch, Duration.ofMillis(100), Duration.ZERO).get(60, TimeUnit.SECONDS))
                .map(OrderView::state)
                .contains(OrderState.PLACED);
        assertNobodyWatches();
        assertThat(updates.settled(updates.watch(ORDER), Duration.ofMillis(100), Duration.ZERO)
                        .get(60, TimeUnit.SECONDS))
                .isEmpty();
        assertNobodyWatches();
    }

    @Test
    void who_follows_an_order_is_told_when_the_view_is_gone() {
        AtomicInteger told = new AtomicInteger();
        try (OrderWatch watch = updates.follow(ORDER, view -> {}, told::incrementAndGet)) {
            bus.queryUpdateEmitter()
                    .completeExceptionally(FindOrder.class, query -> true, new IllegalStateException("gone"));
            assertThat(told).hasValue(1);
        }
        try (OrderWatch watch = updates.follow(ORDER, view -> {}, told::incrementAndGet)) {
            assertThat(watch).isNotNull();
        }
        assertThat(told).hasValue(1);
    }

    @Test
    void who_follows_an_order_never_sees_an_older_state_after_a_newer() {
        known = Optional.of(view(OrderState.PLACED, 3));
        List<Long> seen = new ArrayList<>();
        try (OrderWatch watch = updates.follow(ORDER, view -> seen.add(view.position()), () -> {})) {
            happens(view(OrderState.PLACED, 4));
            happens(view(OrderState.PLACED, 2));
            happens(view(OrderState.CONFIRMED, 6));
            happens(view(OrderState.CONFIRMED, 6));
        }
        happens(view(OrderState.DISPATCHED, 7));
        assertThat(seen).containsExactly(3L, 4L, 6L);
        assertNobodyWatches();
    }

    @Test
    void closing_twice_is_closing_once() {
        OrderWatch watch = updates.watch(ORDER);
        watch.close();
        watch.close();
        assertNobodyWatches();
    }

    @Test
    void who_waits_is_told_when_nothing_more_will_be_heard() {
        OrderWatch watch = updates.watch(ORDER);
        bus.queryUpdateEmitter()
                .completeExceptionally(FindOrder.class, query -> true, new IllegalStateException("connection closed"));
        assertThat(updates.settled(watch, Duration.ofSeconds(10), Duration.ZERO))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingRootCause()
                .withMessage("connection closed");
        assertThat(updates.settled(watch, Duration.ofSeconds(10), Duration.ZERO))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(AxonException.class);
    }

    @Test
    void lost_connection_is_not_taken_for_a_mistake_of_ours() {
        SimpleQueryBus disconnected = new SimpleQueryBus(SimpleQueryBus.builder()) {
            @Override
            public <Q, I, U>
                    SubscriptionQueryResult<QueryResponseMessage<I>, SubscriptionQueryUpdateMessage<U>>
                            subscriptionQuery(SubscriptionQueryMessage<Q, I, U> query, int updateBufferSize) {
                throw new IllegalStateException("Stream is already completed, no further calls are allowed");
            }
        };
        OrderUpdates cutOff = new OrderUpdates(
                DefaultQueryGateway.builder().queryBus(disconnected).build(),
                new LiveSettings(Duration.ofMillis(50), 32, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatThrownBy(() -> cutOff.watch(ORDER)).isInstanceOf(AxonException.class);
    }
}
