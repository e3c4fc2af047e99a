package io.daybook.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.bench.crash.Violation.Rule;
import io.daybook.bench.fake.FakeLog;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test but the first makes one thing wrong in books that are right, and sees it found. */
class InvariantsTest {

    private static final OrderId ORDER = new OrderId("order-1");
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);
    private static final Sku TIN = new Sku("TIN");
    private static final Money TOTAL = Money.of(CurrencyUnit.GBP, new BigDecimal("5.00"));

    @TempDir
    Path folder;

    private final List<Object> events = new ArrayList<>();
    private final Acknowledgements acknowledged = new Acknowledgements();
    private final Map<String, ProviderBooks.Payment> provider = new HashMap<>();
    private boolean finished = true;

    @BeforeEach
    void confirmed_order_in_right_books() {
        events.addAll(List.of(
                received(10),
                placed(),
                new PaymentAuthorized(PAYMENT, ORDER, TOTAL, "ref"),
                new UnitsReserved(WarehouseId.MAIN, TIN, ORDER, 2, new StockLevel(10, 2)),
                new PaymentCaptured(PAYMENT, ORDER, TOTAL),
                new OrderConfirmed(ORDER)));
        acknowledged.placed("key", ORDER.value());
        provider.put(PAYMENT.value(), new ProviderBooks.Payment("CAPTURED", new BigDecimal("5.00")));
    }

    @Test
    void right_books_are_right() throws Exception {
        assertThat(violated()).isEmpty();
    }

    @Test
    void cancelled_order_can_be_right() throws Exception {
        events.addAll(List.of(
                new CancellationRequested(ORDER, WarehouseId.MAIN, true, "no", "me"),
                new PaymentRefunded(PAYMENT, ORDER, TOTAL),
                new UnitsReleased(WarehouseId.MAIN, TIN, ORDER, 2, new StockLevel(10, 0)),
                new OrderCancelled(ORDER)));
        acknowledged.cancelled(ORDER.value());
        provider.put(PAYMENT.value(), new ProviderBooks.Payment("REFUNDED", new BigDecimal("5.00")));
        assertThat(violated()).isEmpty();
    }

    @Test
    void dispatched_order_can_be_right() throws Exception {
        events.addAll(List.of(
                new OrderDispatched(ORDER, WarehouseId.MAIN, "me"),
                new UnitsDispatched(WarehouseId.MAIN, TIN, ORDER, 2, new StockLevel(8, 0))));
        assertThat(violated()).isEmpty();
    }

    @Test
    void acknowledged_order_that_is_not_in_the_log_is_found() throws Exception {
        acknowledged.placed("other key", "order-2");
        assertThat(violated()).containsExactly(Rule.ACKNOWLEDGED_ORDER_IS_IN_THE_LOG);
    }

    @Test
    void acknowledged_cancellation_that_came_to_nothing_is_found() throws Exception {
        acknowledged.cancelled(ORDER.value());
        assertThat(violated()).containsExactly(Rule.ACKNOWLEDGED_CANCELLATION_IS_IN_THE_LOG);
    }

    @Test
    void order_that_lost_its_answer_and_was_made_again_under_its_key_is_found() throws Exception {
        rejectedWithoutAnAnswer();
        assertThat(violated()).containsExactly(Rule.ONE_KEY_IS_ONE_ORDER);
    }

    @Test
    void order_without_an_answer_may_be_there_while_its_client_still_asks() throws Exception {
        rejectedWithoutAnAnswer();
        finished = false;
        assertThat(violated()).isEmpty();
    }

    private void rejectedWithoutAnAnswer() {
        OrderId lost = new OrderId("lost");
        events.addAll(1, List.of(placed(lost, Tier.STANDARD), new OrderRejected(lost, "card declined")));
    }

    @Test
    void forgotten_sign_in_is_found() throws Exception {
        acknowledged.signInLost("401");
        assertThat(violated()).containsExactly(Rule.SIGN_IN_SURVIVES);
    }

    @Test
    void order_without_an_end_is_found_with_where_it_is_stuck() throws Exception {
        remove(OrderConfirmed.class);
        events.add(new FulfilmentStuck(ORDER, Step.CAPTURE, "no answer"));
        assertThat(check()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Rule.ORDER_IS_SETTLED);
            assertThat(violation.evidence()).contains("CAPTURE", "no answer");
        });
    }

    @Test
    void cancellation_without_an_end_is_found() throws Exception {
        events.add(new CancellationRequested(ORDER, WarehouseId.MAIN, true, "no", "me"));
        assertThat(violated()).containsExactly(Rule.ORDER_IS_SETTLED);
    }

    @Test
    void order_confirmed_and_rejected_is_found() throws Exception {
        events.add(new OrderRejected(ORDER, "no"));
        assertThat(violated()).contains(Rule.ORDER_ENDS_ONE_WAY);
    }

    @Test
    void order_confirmed_twice_is_found() throws Exception {
        events.add(new OrderConfirmed(ORDER));
        assertThat(violated()).containsExactly(Rule.NOTHING_HAPPENS_TWICE);
    }

    @Test
    void charged_but_rejected_is_found() throws Exception {
        remove(OrderConfirmed.class);
        events.addAll(List.of(
                new UnitsReleased(WarehouseId.MAIN, TIN, ORDER, 2, new StockLevel(10, 0)),
                new OrderRejected(ORDER, "no")));
        assertThat(violated()).containsExactly(Rule.CHARGED_MEANS_CONFIRMED, Rule.PROVIDER_AGREES);
    }

    @Test
    void confirmed_but_not_charged_is_found() throws Exception {
        remove(PaymentCaptured.class);
        events.add(new PaymentVoided(PAYMENT, ORDER));
        assertThat(violated()).containsExactly(Rule.CONFIRMED_MEANS_CHARGED);
    }

    @Test
    void charged_twice_is_found() throws Exception {
        events.add(new PaymentCaptured(PAYMENT, ORDER, TOTAL));
        assertThat(violated()).containsExactly(Rule.CHARGED_ONCE_AND_THE_TOTAL);
    }

    @Test
    void charged_another_amount_is_found() throws Exception {
        remove(PaymentCaptured.class);
        events.add(new PaymentCaptured(PAYMENT, ORDER, TOTAL.plus(1)));
        assertThat(violated()).containsExactly(Rule.CHARGED_ONCE_AND_THE_TOTAL);
    }

    @Test
    void money_held_for_a_rejected_order_is_found() throws Exception {
        remove(PaymentCaptured.class);
        remove(OrderConfirmed.class);
        events.addAll(List.of(
                new UnitsReleased(WarehouseId.MAIN, TIN, ORDER, 2, new StockLevel(10, 0)),
                new OrderRejected(ORDER, "no")));
        provider.put(PAYMENT.value(), new ProviderBooks.Payment("AUTHORIZED", new BigDecimal("5.00")));
        assertThat(violated()).containsExactly(Rule.NO_MONEY_IS_HELD_FOR_NOTHING, Rule.NO_MONEY_IS_HELD_FOR_NOTHING);
    }

    @Test
    void stock_below_zero_is_found() throws Exception {
        events.set(0, received(1));
        events.set(3, new UnitsReserved(WarehouseId.MAIN, TIN, ORDER, 2, new StockLevel(1, 2)));
        assertThat(violated()).containsExactly(Rule.STOCK_IS_NEVER_BELOW_ZERO);
    }

    @Test
    void level_that_is_not_the_sum_of_the_movements_is_found() throws Exception {
        events.set(3, new UnitsReserved(WarehouseId.MAIN, TIN, ORDER, 2, new StockLevel(10, 3)));
        assertThat(violated()).containsExactly(Rule.STOCK_LEVEL_IS_THE_SUM_OF_ITS_MOVEMENTS);
    }

    @Test
    void reservation_without_a_confirmed_order_is_found_at_order_and_product() throws Exception {
        events.addAll(List.of(
                new CancellationRequested(ORDER, WarehouseId.MAIN, true, "no", "me"),
                new PaymentRefunded(PAYMENT, ORDER, TOTAL),
                new OrderCancelled(ORDER)));
        provider.put(PAYMENT.value(), new ProviderBooks.Payment("REFUNDED", new BigDecimal("5.00")));
        assertThat(violated()).containsExactly(Rule.RESERVED_MEANS_CONFIRMED, Rule.RESERVED_MEANS_CONFIRMED);
    }

    @Test
    void confirmed_order_with_too_little_reserved_is_found() throws Exception {
        events.set(3, new UnitsReserved(WarehouseId.MAIN, TIN, ORDER, 1, new StockLevel(10, 1)));
        assertThat(violated()).containsExactly(Rule.RESERVED_MEANS_CONFIRMED, Rule.RESERVED_MEANS_CONFIRMED);
    }

    @Test
    void provider_that_knows_of_no_capture_is_found() throws Exception {
        provider.clear();
        assertThat(violated()).containsExactly(Rule.PROVIDER_AGREES);
    }

    @Test
    void provider_that_took_another_amount_is_found() throws Exception {
        provider.put(PAYMENT.value(), new ProviderBooks.Payment("CAPTURED", new BigDecimal("50.00")));
        assertThat(violated()).containsExactly(Rule.PROVIDER_AGREES);
    }

    @Test
    void capture_for_an_order_that_nobody_placed_is_found() throws Exception {
        provider.put("payment-order-9", new ProviderBooks.Payment("CAPTURED", BigDecimal.ONE));
        assertThat(violated()).containsExactly(Rule.PROVIDER_AGREES);
    }

    @Test
    void events_of_an_order_that_was_never_placed_are_found() throws Exception {
        events.remove(1);
        acknowledged.placed("key", ORDER.value());
        assertThat(violated()).contains(Rule.ACKNOWLEDGED_ORDER_IS_IN_THE_LOG);
    }

    @Test
    void event_that_cannot_be_read_is_found() throws Exception {
        write();
        try (FakeLog log = FakeLog.open(folder.resolve("book.db"))) {
            log.appendRaw(OrderConfirmed.class.getName(), "{\"orderId\":");
            log.appendRaw("io.daybook.api.order.OrderEvent$Unheard", "{}");
            log.appendRaw("java.lang.String", "\"x\"");
        }
        assertThat(read())
                .extracting(Violation::rule)
                .containsExactly(Rule.EVENT_CAN_BE_READ, Rule.EVENT_CAN_BE_READ, Rule.EVENT_CAN_BE_READ);
    }

    @Test
    void order_that_is_overtaken_by_more_than_are_taken_up_together_is_found() throws Exception {
        placedAndTakenUp(Turns.TOGETHER, Tier.STANDARD);
        assertThat(check())
                .filteredOn(violation -> violation.rule() == Rule.TAKEN_UP_IN_TURN)
                .extracting(Violation::subject)
                .containsExactly("late");
    }

    @Test
    void orders_that_are_taken_up_together_may_overtake_each_other() throws Exception {
        placedAndTakenUp(Turns.TOGETHER - 1, Tier.STANDARD);
        assertThat(violated()).doesNotContain(Rule.TAKEN_UP_IN_TURN);
    }

    @Test
    void orders_of_another_tier_may_overtake() throws Exception {
        placedAndTakenUp(10 * Turns.TOGETHER, Tier.VIP);
        assertThat(violated()).doesNotContain(Rule.TAKEN_UP_IN_TURN);
    }

    /** A standard order that is taken up after so many orders of this tier, all placed after it. */
    private void placedAndTakenUp(int later, Tier tier) {
        OrderId late = new OrderId("late");
        events.add(placed(late, Tier.STANDARD));
        for (int i = 0; i < later; i++) {
            events.add(placed(new OrderId("later-" + i), tier));
        }
        events.add(requested(new OrderId("later-" + (later - 1))));
        events.add(requested(late));
    }

    private static PaymentRequested requested(OrderId order) {
        return new PaymentRequested(PaymentId.of(order), order, TOTAL, new PaymentMethod("tok_approve", "4242"));
    }

    private void remove(Class<?> type) {
        events.removeIf(type::isInstance);
    }

    private List<Rule> violated() throws SQLException, IOException {
        return check().stream().map(Violation::rule).toList();
    }

    private List<Violation> check() throws SQLException, IOException {
        write();
        return read();
    }

    private void write() throws SQLException {
        try (FakeLog log = FakeLog.open(folder.resolve("book.db"))) {
            log.append(events);
        }
    }

    private List<Violation> read() throws IOException {
        Story story = new Story();
        new SqliteLog(folder.resolve("book.db")).readOn(story::on);
        return Invariants.check(story, acknowledged, new ProviderBooks(provider), finished);
    }

    private static StockReceived received(int units) {
        return new StockReceived(
                WarehouseId.MAIN, TIN, new MovementId("m"), units, "delivery", "me", new StockLevel(units, 0));
    }

    /** Two units in two lines at different prices. */
    private static OrderPlaced placed() {
        return placed(ORDER, Tier.STANDARD);
    }

    private static OrderPlaced placed(OrderId order, Tier tier) {
        return new OrderPlaced(
                order,
                null,
                tier,
                WarehouseId.MAIN,
                Arrays.asList(
                        new OrderLine(TIN, "Tin", 1, Money.of(CurrencyUnit.GBP, 2)),
                        new OrderLine(TIN, "Tin", 1, Money.of(CurrencyUnit.GBP, 3))),
                TOTAL,
                new PaymentMethod("tok_approve", "4242"),
                new Address("n", "s", "c", "p", "UK"),
                "me");
    }
}
