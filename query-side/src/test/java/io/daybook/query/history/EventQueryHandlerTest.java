package io.daybook.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.history.EventFilter;
import io.daybook.api.history.HistoryQuery.EventDetail;
import io.daybook.api.history.HistoryQuery.FindEvent;
import io.daybook.api.history.HistoryQuery.FindEvents;
import io.daybook.api.history.HistoryQuery.FindStreamEvents;
import io.daybook.api.history.HistoryQuery.LogPage;
import io.daybook.api.history.HistoryQuery.StreamPage;
import io.daybook.api.history.LoggedEvent;
import io.daybook.query.Orders;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueryHandlerTest {

    private static final String GONE = "io.daybook.api.order.OrderEvent$OrderForgotten";

    private final WrittenLog log = new WrittenLog(40, 10);
    private final EventQueryHandler handler = new EventQueryHandler(log.reader, log.streams, log.text, log.settings);
    private final Orders order = Orders.of("order-1", "ada", 1);

    @Test
    void the_newest_events_come_first_and_every_page_leads_to_the_next() {
        for (int number = 0; number < 25; number++) {
            register(number);
        }

        LogPage newest = handler.handle(new FindEvents(EventFilter.ALL, false, null, 10, false));
        LogPage older = handler.handle(new FindEvents(EventFilter.ALL, false, newest.next(), 10, false));
        LogPage oldest = handler.handle(new FindEvents(EventFilter.ALL, false, older.next(), 10, false));

        assertThat(positions(newest)).containsExactly(24L, 23L, 22L, 21L, 20L, 19L, 18L, 17L, 16L, 15L);
        assertThat(positions(older)).startsWith(14L).hasSize(10);
        assertThat(positions(oldest)).containsExactly(4L, 3L, 2L, 1L, 0L);
        assertThat(oldest.next()).isNull();
        assertThat(newest.head()).isEqualTo(24);
        assertThat(newest.looked()).isEqualTo(10);
    }

    @Test
    void a_page_that_finds_little_says_how_far_it_has_looked_and_where_to_look_on() {
        log.append("order-1", order.placed());
        for (int number = 0; number < 60; number++) {
            register(number);
        }
        EventFilter orders = new EventFilter(List.of("OrderPlaced"), null, null);

        LogPage none = handler.handle(new FindEvents(orders, false, null, 10, false));
        LogPage found = handler.handle(new FindEvents(orders, false, none.next(), 10, false));

        assertThat(none.events()).isEmpty();
        assertThat(none.looked()).isEqualTo(40);
        assertThat(none.lookedFrom()).isEqualTo(21);
        assertThat(none.next()).isEqualTo(20);
        assertThat(found.events()).extracting(LoggedEvent::what).containsExactly("OrderPlaced");
        assertThat(found.next()).isNull();
    }

    @Test
    void events_of_a_time_are_read_onwards_from_its_beginning() {
        for (int number = 0; number < 30; number++) {
            register(number);
        }
        EventFilter filter =
                new EventFilter(List.of(), WrittenLog.NOON.plusSeconds(10), WrittenLog.NOON.plusSeconds(14));

        assertThat(positions(handler.handle(new FindEvents(filter, true, null, 3, false))))
                .containsExactly(10L, 11L, 12L);
        assertThat(positions(handler.handle(new FindEvents(filter, true, 13L, 3, false))))
                .containsExactly(13L, 14L);
        assertThat(positions(handler.handle(new FindEvents(filter, false, null, 3, false))))
                .containsExactly(14L, 13L, 12L);
    }

    @Test
    void an_empty_log_and_a_position_beyond_its_end_show_nothing() {
        assertThat(handler.handle(new FindEvents(EventFilter.ALL, false, null, 10, false))
                        .events())
                .isEmpty();
        register(1);
        assertThat(handler.handle(new FindEvents(EventFilter.ALL, true, 99L, 10, false))
                        .events())
                .isEmpty();
        assertThat(handler.handle(new FindEvent(null, 99, false)).event()).isEmpty();
        assertThat(handler.handle(new FindEvent("nobody", 0, false)).event()).isEmpty();
    }

    @Test
    void one_stream_is_read_back_from_a_number() {
        for (int number = 0; number < 5; number++) {
            log.append("order-1", order.retried());
            register(number);
        }

        StreamPage newest = handler.handle(new FindStreamEvents(List.of("order-1"), EventFilter.ALL, null, 3, false));
        StreamPage rest =
                handler.handle(new FindStreamEvents(List.of("order-1"), EventFilter.ALL, newest.next(), 3, false));

        assertThat(newest.events()).extracting(LoggedEvent::sequence).containsExactly(4L, 3L, 2L);
        assertThat(newest.total()).isEqualTo(5);
        assertThat(rest.events()).extracting(LoggedEvent::sequence).containsExactly(1L, 0L);
        assertThat(rest.next()).isNull();
    }

    @Test
    void several_streams_are_read_together() {
        log.append("order-1", order.placed());
        log.append("payment-order-1", order.authorized());
        log.append("order-1", order.confirmed());
        List<String> streams = List.of("order-1", "payment-order-1", "reservation-order-1");

        StreamPage newest = handler.handle(new FindStreamEvents(streams, EventFilter.ALL, null, 2, false));

        assertThat(newest.events())
                .extracting(LoggedEvent::what)
                .containsExactly("OrderConfirmed", "PaymentAuthorized");
        assertThat(handler.handle(new FindStreamEvents(streams, EventFilter.ALL, newest.next(), 2, false))
                        .events())
                .extracting(LoggedEvent::what)
                .containsExactly("OrderPlaced");
    }

    @Test
    void an_event_of_a_stream_is_shown_with_its_position_and_its_order() {
        register(1);
        log.append("order-1", order.placed());
        log.append("payment-order-1", order.authorized());
        log.append("order-1", order.confirmed());

        EventDetail detail = handler.handle(new FindEvent("payment-order-1", 0, false));

        assertThat(detail.event()).singleElement().satisfies(event -> {
            assertThat(event.position()).isEqualTo(2);
            assertThat(event.revision()).isEqualTo("1");
            assertThat(event.problem()).isNull();
        });
        assertThat(detail.order()).isEqualTo("order-1");
        assertThat(handler.handle(new FindEvent(null, 3, false)).last()).isEqualTo(1);
    }

    @Test
    void an_event_of_an_unknown_type_is_shown_as_it_is_stored_with_the_reason() {
        log.appendStored("order-1", GONE, "{\"orderId\": \"order-1\", \"who\": \"Ada\", \"token\": \"tok_approve\"}");

        LoggedEvent shown =
                handler.handle(new FindEvent("order-1", 0, true)).event().get(0);
        LoggedEvent masked =
                handler.handle(new FindEvent("order-1", 0, false)).event().get(0);

        assertThat(shown.what()).isEqualTo("OrderForgotten");
        assertThat(shown.problem()).contains("knows this type");
        assertThat(shown.payload()).contains("Ada").doesNotContain("tok_approve");
        assertThat(masked.payload()).doesNotContain("Ada", "tok_");
        assertThat(masked.hidden()).isTrue();
        assertThat(handler.handle(new FindEvents(
                                new EventFilter(List.of("OrderForgotten"), null, null), false, null, 10, false))
                        .events())
                .hasSize(1);
    }

    @Test
    void an_event_that_is_broken_is_shown_as_it_is_stored_with_the_reason() {
        log.appendStored(
                "order-1",
                "io.daybook.api.order.OrderEvent$OrderPlaced",
                "{\"orderId\": \"order-1\", \"token\": \"tok_approve\", \"shippingAddress\": {\"name\": \"Ada\"");

        LoggedEvent shown =
                handler.handle(new FindEvent("order-1", 0, true)).event().get(0);
        LoggedEvent masked =
                handler.handle(new FindEvent("order-1", 0, false)).event().get(0);

        assertThat(shown.problem()).isNotNull().doesNotContain("Ada");
        assertThat(shown.payload()).contains("Ada").doesNotContain("tok_approve");
        assertThat(masked.payload()).isEqualTo(Masking.HIDDEN);
    }

    private void register(int number) {
        CustomerId id = new CustomerId("c-" + number);
        log.append(id.stream(), new CustomerRegistered(id, "Somebody"));
    }

    private static List<Long> positions(LogPage page) {
        return page.events().stream().map(LoggedEvent::position).toList();
    }
}
