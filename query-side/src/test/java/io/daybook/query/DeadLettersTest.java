package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.api.operations.DeadLetters.FindDeadLetters;
import io.daybook.api.operations.DeadLetters.Found;
import io.daybook.api.operations.OperationsEvent.DeadLetterDropped;
import io.daybook.api.operations.OperationsEvent.DeadLettersRetried;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Views that meet an event which they cannot read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SpringBootTest(classes = QuerySideTestApplication.class, properties = "daybook.views.patience=20s")
class DeadLettersTest {

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Autowired
    ViewPositions positions;

    @Test
    void an_unreadable_event_waits_with_all_that_follow_of_its_order_and_the_others_go_on() {
        Orders bad = Orders.of("bad-1", "ada", 1);
        Orders good = Orders.of("good-1", "ada", 1);
        append("bad-1", bad.placed());
        AtomicBoolean broken = unreadable("payment-bad-1", bad.authorized());
        append("reservation-bad-1", bad.reserved());
        append("bad-1", bad.confirmed());
        append("good-1", good.placed());
        append("good-1", good.confirmed());

        assertThat(order(good).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(order(bad).state()).isEqualTo(OrderState.PLACED);
        assertThat(of("bad-1")).extracting(DeadSequence::group).containsExactlyInAnyOrder("orders", "fulfilments");
        DeadSequence sequence = letters("orders", "bad-1");
        assertThat(sequence.first().type()).isEqualTo("PaymentAuthorized");
        assertThat(sequence.first().cause()).contains("cannot be read");
        assertThat(sequence.waiting()).isEqualTo(2);

        retry("orders", "bad-1");
        caughtUp();
        assertThat(letters("orders", "bad-1").first().attempts()).isEqualTo(2);

        broken.set(false);
        retry("orders", "bad-1");
        retry("fulfilments", "bad-1");
        caughtUp();
        assertThat(of("bad-1")).isEmpty();
        assertThat(order(bad).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(order(bad).timeline()).extracting("what").containsExactlyElementsOf(timelineOfAWholeOrder());
    }

    private List<Object> timelineOfAWholeOrder() {
        Orders whole = Orders.of("whole-1", "ada", 1);
        append("whole-1", whole.placed());
        append("payment-whole-1", whole.authorized());
        append("reservation-whole-1", whole.reserved());
        append("whole-1", whole.confirmed());
        return order(whole).timeline().stream()
                .<Object>map(entry -> entry.what())
                .toList();
    }

    @Test
    void an_event_that_is_given_up_lets_those_behind_it_go_on() {
        Orders bad = Orders.of("bad-2", "ada", 1);
        append("bad-2", bad.placed());
        unreadable("payment-bad-2", bad.authorized());
        append("bad-2", bad.confirmed());
        caughtUp();
        String letter = letters("orders", "bad-2").first().id();

        decide(new DeadLetterDropped("orders", "bad-2", letter, "not needed", "olga"));
        decide(new DeadLetterDropped("fulfilments", "bad-2", null, "not needed", "olga"));
        caughtUp();

        assertThat(of("bad-2")).isEmpty();
        assertThat(order(bad).state()).isEqualTo(OrderState.CONFIRMED);
        append("bad-2", bad.dispatched());
        assertThat(order(bad).state()).isEqualTo(OrderState.DISPATCHED);
    }

    private List<DeadSequence> of(String order) {
        return queries.query(new FindDeadLetters(100), Found.class).join().sequences().stream()
                .filter(sequence -> sequence.sequence().equals(order))
                .toList();
    }

    private DeadSequence letters(String group, String order) {
        await().untilAsserted(() -> assertThat(of(order)).extracting("group").contains(group));
        return of(order).stream()
                .filter(sequence -> sequence.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private void retry(String group, String order) {
        decide(new DeadLettersRetried(group, order, "mended", "olga"));
    }

    private void decide(Object decision) {
        append(ControlsId.ALL.value(), decision);
    }

    private void append(String stream, Object event) {
        store.publish(new GenericDomainEventMessage<>("test", stream, next(stream), event));
    }

    private long next(String stream) {
        return store.lastSequenceNumberFor(stream).orElse(-1L) + 1;
    }

    private AtomicBoolean unreadable(String stream, Object event) {
        AtomicBoolean broken = new AtomicBoolean(true);
        store.publish(new Unreadable<>(new GenericDomainEventMessage<>("test", stream, next(stream), event), broken));
        return broken;
    }

    private void caughtUp() {
        long head = store.createHeadToken().position().orElseThrow();
        positions.await(head, Duration.ofSeconds(20)).join();
    }

    private OrderView order(Orders order) {
        caughtUp();
        OrderAnswer answer = queries.query(
                        new FindOrder(
                                order.id(), store.createHeadToken().position().orElseThrow()),
                        OrderAnswer.class)
                .join();
        assertThat(answer.order()).as("order %s", order.id()).hasSize(1);
        return answer.order().get(0);
    }
}
