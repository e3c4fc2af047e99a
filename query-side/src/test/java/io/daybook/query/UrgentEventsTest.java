package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** With a view that takes ten minutes from one batch to the next: only what is urgent is seen before. */
@SpringBootTest(
        classes = QuerySideTestApplication.class,
        properties = {"daybook.views.paces.orders=10m", "daybook.views.patience=1ms"})
@DirtiesContext
class UrgentEventsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Test
    void what_became_of_a_vip_order_does_not_wait_for_the_view_s_pace() {
        Orders first = Orders.of("first", "eve", 1);
        Orders second = Orders.of("second", "eve", 1);

        settled(first);
        await().atMost(LONG).until(() -> !seen(first).isEmpty());
        settled(second); // The view has taken a batch just now.

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(seen(second)).extracting(OrderView::state).containsExactly(OrderState.CONFIRMED));
    }

    private void settled(Orders order) {
        new Log(store).append(order.placed());
        store.publish(new GenericDomainEventMessage<>(
                "test", order.id().value(), 1, order.confirmed(), MetaData.with(Tier.METADATA, Tier.VIP.name())));
    }

    private List<OrderView> seen(Orders order) {
        return queries.query(new FindOrder(order.id(), 0), OrderAnswer.class)
                .join()
                .order();
    }
}
