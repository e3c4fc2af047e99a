package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = QuerySideTestApplication.class)
class ViewsTest {

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Test
    void an_order_placed_and_confirmed_is_found_at_the_position_of_its_last_event() {
        Orders order = Orders.of("order-1", "ada", 25);
        long position = new Log(store)
                .append(order.placed(), order.authorized(), order.reserved(), order.captured(), order.confirmed());

        OrderAnswer answer = queries.query(new FindOrder(order.id(), position), OrderAnswer.class)
                .join();

        assertThat(answer.position()).isGreaterThanOrEqualTo(position);
        assertThat(answer.order()).hasSize(1);
        OrderView view = answer.order().get(0);
        assertThat(view.state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(view.lines()).isEqualTo(order.lines());
        assertThat(view.position()).isEqualTo(position);
    }
}
