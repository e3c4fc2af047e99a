package io.daybook.ui.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import io.daybook.api.order.OrderView.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void the_first_step_that_has_not_happened_is_in_progress() {
        assertThat(steps(OrderState.PLACED, "OrderPlaced", "PaymentAuthorized"))
                .containsExactly("done", "done", "now", "open", "open", "open");
    }

    @Test
    void a_confirmed_order_waits_for_the_warehouse() {
        assertThat(steps(
                        OrderState.CONFIRMED,
                        "OrderPlaced",
                        "PaymentAuthorized",
                        "StockReserved",
                        "PaymentCaptured",
                        "OrderConfirmed"))
                .containsExactly("done", "done", "done", "done", "done", "open");
    }

    @Test
    void a_refused_order_gets_no_further_and_what_was_done_is_taken_back() {
        assertThat(steps(OrderState.REJECTED, "OrderPlaced", "PaymentAuthorized", "StockRefused", "PaymentVoided"))
                .containsExactly("done", "undone", "off", "off", "off", "off");
    }

    @Test
    void a_cancelled_order_gives_everything_back() {
        assertThat(steps(
                        OrderState.CANCELLED,
                        "OrderPlaced",
                        "PaymentAuthorized",
                        "StockReserved",
                        "PaymentCaptured",
                        "OrderConfirmed",
                        "StockReleased",
                        "PaymentRefunded",
                        "OrderCancelled"))
                .containsExactly("done", "undone", "undone", "undone", "undone", "off");
    }

    @Test
    void events_that_nobody_has_words_for_are_still_readable() {
        assertThat(TimelineText.of("GiftWrapped")).isEqualTo("Gift wrapped");
        assertThat(TimelineText.of("StockReserved")).isEqualTo("All items reserved for you");
        assertThat(TimelineText.of("")).isEmpty();
    }

    private static List<String> steps(OrderState state, String... events) {
        Instant at = Instant.parse("2026-01-01T10:00:00Z");
        OrderLine line = new OrderLine(new Sku("KIT-001"), "Mug", 1, Money.parse("GBP 8.50"));
        OrderView order = new OrderView(
                new OrderId("order-1"),
                new CustomerId("ada"),
                Tier.STANDARD,
                state,
                List.of(line),
                line.total(),
                "4242",
                new Address("Ada", "12 Quay Street", "Whitby", "YO21 1AA", "UK"),
                "ada",
                at,
                null,
                List.of(),
                Stream.of(events).map(event -> new TimelineEntry(at, event, "")).toList(),
                1);
        return Progress.of(order).steps().stream().map(Progress.Step::state).toList();
    }
}
