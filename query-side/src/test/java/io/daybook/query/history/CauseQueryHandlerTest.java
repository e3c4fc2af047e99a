package io.daybook.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.history.Causation;
import io.daybook.api.history.Causation.CausedCommand;
import io.daybook.api.history.Causation.CausedEvent;
import io.daybook.api.history.HistoryQuery.FindCauses;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.query.Orders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CauseQueryHandlerTest {

    private static final Sku SKU = new Sku("SKU0");

    private final WrittenLog log = new WrittenLog();
    private final CauseQueryHandler handler = new CauseQueryHandler(log.reader, log.streams, log.text);
    private final Orders order = Orders.of("order-1", "ada", 1);

    @Test
    void an_order_is_followed_from_command_to_events_to_commands() {
        String placed = log.append("order-1", order.placed(), from("c1", "PlaceOrder"));
        String authorized =
                log.append("payment-order-1", order.authorized(), from("c2", "RecordAuthorization", placed));
        log.append("MAIN:SKU0", units(), from("c3", "ReserveStock", authorized));
        String reserved = log.append("reservation-order-1", order.reserved(), from("c3", "ReserveStock", authorized));
        log.append("order-1", order.confirmed(), from("c4", "ConfirmOrder", reserved));

        Causation whole = handler.handle(new FindCauses("order-1", null));

        assertThat(whole.commands())
                .extracting(CausedCommand::name)
                .containsExactly("PlaceOrder", "RecordAuthorization", "ReserveStock", "ConfirmOrder");
        assertThat(whole.commands())
                .extracting(CausedCommand::because)
                .containsExactly(null, placed, authorized, reserved);
        assertThat(whole.commands().get(2).events())
                .extracting(CausedEvent::what)
                .containsExactly("UnitsReserved", "StockReserved");
        assertThat(whole.whole()).isTrue();
        assertThat(handler.handle(new FindCauses("MAIN:SKU0", 0L))).isEqualTo(whole);
        assertThat(handler.handle(new FindCauses("payment-order-1", 0L))).isEqualTo(whole);
    }

    @Test
    void events_from_before_names_were_on_record_are_linked_as_far_as_the_log_says() {
        log.append("order-1", order.placed(), Map.of("correlationId", "c1", "traceId", "c1"));
        log.append("payment-order-1", order.authorized(), Map.of("correlationId", "c2", "traceId", "c1"));
        log.append("order-1", order.rejected("no"));

        Causation whole = handler.handle(new FindCauses("order-1", null));

        assertThat(whole.commands())
                .extracting(CausedCommand::name)
                .containsExactly("PlaceOrder", "RecordAuthorization", "RejectOrder");
        assertThat(whole.commands()).extracting(CausedCommand::recorded).containsOnly(false);
        assertThat(whole.commands()).extracting(CausedCommand::origin).containsExactly("c1", "c1", null);
        assertThat(whole.commands()).extracting(CausedCommand::because).containsOnlyNulls();
    }

    @Test
    void an_event_that_has_to_do_with_no_order_is_shown_with_what_came_of_the_same_command() {
        log.append("MAIN:SKU0", received(), from("c1", "ReceiveStock"));
        log.append("MAIN:SKU1", received(), from("c2", "ReceiveStock"));

        assertThat(handler.handle(new FindCauses("MAIN:SKU1", 0L)).commands())
                .singleElement()
                .satisfies(command -> assertThat(command.events())
                        .extracting(CausedEvent::stream)
                        .containsExactly("MAIN:SKU1"));
        assertThat(handler.handle(new FindCauses("nobody", null)).commands()).isEmpty();
    }

    @Test
    void a_cause_comes_before_what_it_caused_whatever_clocks_say() {
        String placed = log.append("order-1", order.placed(), from("c1", "PlaceOrder"));
        log.passes(Duration.ofSeconds(-5));
        log.append("payment-order-1", order.authorized(), from("c2", "RecordAuthorization", placed));

        assertThat(handler.handle(new FindCauses("order-1", null)).commands())
                .extracting(CausedCommand::name)
                .containsExactly("PlaceOrder", "RecordAuthorization");
    }

    private UnitsReserved units() {
        return new UnitsReserved(WarehouseId.MAIN, SKU, order.id(), 1, new StockLevel(5, 1));
    }

    private static StockReceived received() {
        return new StockReceived(
                WarehouseId.MAIN, SKU, new MovementId("m"), 5, "delivery", "walt", new StockLevel(5, 0));
    }

    private static Map<String, String> from(String command, String name) {
        return Map.of("correlationId", command, "command", name, "traceId", command.equals("c2") ? "c2" : "c1");
    }

    private static Map<String, String> from(String command, String name, String event) {
        return Map.of("correlationId", command, "command", name, "event", event, "traceId", "c1");
    }
}
