package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.daybook.api.audit.AuditQuery.FindFindings;
import io.daybook.api.audit.AuditQuery.Findings;
import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.FindingState;
import io.daybook.api.audit.ProviderBooks.Entry;
import io.daybook.api.audit.Remedy;
import io.daybook.api.catalog.CatalogEvent.ProductListed;
import io.daybook.api.catalog.CatalogEvent.ProductRepriced;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.operations.OperationsEvent.DeadLettersRetried;
import io.daybook.api.operations.OperationsEvent.RepairDecided;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.StepSkipped;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand.CaptureAgain;
import io.daybook.api.payment.PaymentCommand.GiveBack;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.RefundRequested;
import io.daybook.api.payment.PaymentId;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProgresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.bson.Document;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(
        classes = QuerySideTestApplication.class,
        properties = {
            "daybook.auditor.enabled=true",
            "daybook.auditor.share=0.5",
            "daybook.auditor.least-rest=10ms",
            "daybook.auditor.round=500ms",
            "daybook.auditor.settle=2s"
        })
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@Import(AuditorTest.Neighbours.class)
class AuditorTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Money PRICE = Money.parse("GBP 2.55");

    @TestConfiguration(proxyBeanMethods = false)
    static class Neighbours {
        @Bean
        Neighbourhood neighbourhood() {
            return new Neighbourhood();
        }
    }

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Autowired
    ViewPositions positions;

    @Autowired
    ViewDatabase database;

    @Autowired
    ViewProgresses views;

    @Autowired
    Neighbourhood neighbours;

    @BeforeEach
    void a_small_shop() {
        for (int i = 0; i < 5; i++) {
            Sku sku = new Sku("P" + i);
            append(
                    new ProductListed(sku, "Product " + i, "", "Things", PRICE, ""),
                    new StockReceived(
                            WarehouseId.MAIN,
                            sku,
                            new MovementId("m" + i),
                            10,
                            "delivery",
                            "bob",
                            new StockLevel(10, 0)),
                    new CustomerRegistered(new CustomerId("c" + i), "Customer " + i));
            confirmed("done-" + i);
        }
        Orders waiting = Orders.of("waiting", "ada", 2);
        neighbours.sagas.put(waiting.id(), Step.STOCK);
        append(waiting.placed(), requested(waiting), waiting.authorized());
        books(waiting, "AUTHORIZED");
        awaitViews();
    }

    private void confirmed(String id) {
        Orders order = Orders.of(id, "ada", 2);
        append(
                order.placed(),
                requested(order),
                order.authorized(),
                order.reserved(),
                order.captured(),
                order.confirmed());
        books(order, "CAPTURED");
    }

    private static PaymentRequested requested(Orders order) {
        return new PaymentRequested(
                PaymentId.of(order.id()),
                order.id(),
                order.total(),
                order.placed().payment());
    }

    private void books(Orders order, String standing) {
        String key = PaymentId.of(order.id()).value();
        neighbours.books.put(key, new Entry(key, standing, order.total()));
    }

    /** Until the views have read everything, and their documents are written. */
    private void awaitViews() {
        positions.await(store.createHeadToken().position().orElseThrow(), LONG).join();
        views.all().forEach(view -> views.live(view.view()).documents(database));
    }

    @Test
    void entries_changed_dropped_and_added_by_hand_are_found_with_evidence_and_repaired_while_events_come() {
        set("catalogue", "P1", "name", "Something else");
        set("stock", "MAIN:P1", "onHand", 99);
        set("orders", "done-1", "state", "REJECTED");
        set("customers", "c1", "tier", "VIP");
        set("fulfilments", "waiting", "step", "CAPTURE");
        database.collection("catalogue").deleteOne(Filters.eq("_id", "P2"));
        database.collection("stock").deleteOne(Filters.eq("_id", "MAIN:P2"));
        database.collection("orders").deleteOne(Filters.eq("_id", "done-2"));
        database.collection("customers").deleteOne(Filters.eq("_id", "c2"));
        add("catalogue", "P3", "P9");
        add("stock", "MAIN:P3", "MAIN:P9");
        add("orders", "done-3", "never");
        add("customers", "c3", "nobody");
        add("fulfilments", "waiting", "done-4");

        Map<String, DriftKind> found = awaitOpen(14);

        assertThat(found)
                .containsEntry("catalogue:P1", DriftKind.ENTRY_CORRUPT)
                .containsEntry("fulfilments:waiting", DriftKind.ENTRY_CORRUPT)
                .containsEntry("orders:done-2", DriftKind.ENTRY_MISSING)
                .containsEntry("stock:MAIN:P2", DriftKind.ENTRY_MISSING)
                .containsEntry("orders:never", DriftKind.ENTRY_UNKNOWN)
                .containsEntry("fulfilments:done-4", DriftKind.ENTRY_UNKNOWN);
        Finding wrongState = finding("orders:done-1");
        assertThat(wrongState.differences()).containsExactly(new Finding.Difference("state", "CONFIRMED", "REJECTED"));
        assertThat(wrongState.evidence()).extracting(Finding.Evidence::event).contains("OrderConfirmed");
        assertThat(finding("stock:MAIN:P1").differences())
                .containsExactly(new Finding.Difference("onHand", "10", "99"));

        assertThat(finding("customers:c2").differences()).contains(new Finding.Difference("name", "•••", null));

        AtomicBoolean enough = new AtomicBoolean();
        Thread shop = new Thread(() -> {
            for (int i = 0; !enough.get(); i++) {
                append(
                        new StockReceived(
                                WarehouseId.MAIN,
                                busy(),
                                new MovementId("more" + i),
                                1,
                                "delivery",
                                "bob",
                                new StockLevel(11 + i, 0)),
                        new ProductRepriced(busy(), PRICE.plus(i)));
            }
        });
        shop.start();
        try {
            found.keySet().forEach(id -> decide(id, Remedy.REBUILD_ENTRY));
            awaitOpen(0);
        } finally {
            enough.set(true);
        }
        awaitViews();
        awaitOpen(0);
        // One that new events have overwritten meanwhile is gone without having been repaired.
        assertThat(findings(null))
                .hasSize(14)
                .noneMatch(each -> each.state() == FindingState.OPEN)
                .filteredOn(each -> each.state() == FindingState.REPAIRED)
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(database.collection("orders")
                        .find(Filters.eq("_id", "never"))
                        .first())
                .isNull();
    }

    /** The product to which things happen while its entries are repaired. */
    Sku busy() {
        return new Sku("P1");
    }

    @Test
    void nothing_is_found_where_nothing_is_wrong_however_fast_events_come() {
        for (int i = 0; i < 60; i++) {
            confirmed("fast-" + i);
        }
        awaitViews();
        await().during(Duration.ofSeconds(4))
                .atMost(LONG)
                .until(() -> findings(null).isEmpty());
    }

    @Test
    void sagas_and_payments_that_do_not_fit_the_log_are_found_and_what_can_be_done_is_sent() {
        neighbours.sagas.remove(new OrderId("waiting"));
        neighbours.sagas.put(new OrderId("done-0"), Step.CAPTURE);
        books(Orders.of("done-1", "ada", 2), "AUTHORIZED");
        books(Orders.of("stranger", "ada", 2), "CAPTURED");
        neighbours.books.remove("payment-done-2");
        String key = "payment-done-3";
        neighbours.books.put(key, new Entry(key, "CAPTURED", PRICE));
        Orders rejected = Orders.of("rejected", "ada", 1);
        append(rejected.placed(), requested(rejected), rejected.authorized(), rejected.rejected("too late"));
        books(rejected, "AUTHORIZED");

        Map<String, DriftKind> found = awaitOpen(7);

        assertThat(found)
                .containsEntry("sagas:waiting", DriftKind.SAGA_MISSING)
                .containsEntry("sagas:done-0", DriftKind.SAGA_LEFT_OVER)
                .containsEntry("payments:payment-done-1", DriftKind.PAYMENT_STATE)
                .containsEntry("payments:payment-stranger", DriftKind.PAYMENT_UNKNOWN)
                .containsEntry("payments:payment-done-2", DriftKind.PAYMENT_MISSING)
                .containsEntry("payments:payment-done-3", DriftKind.PAYMENT_AMOUNT)
                .containsEntry("money:rejected", DriftKind.MONEY_WITHOUT_ORDER);

        decide("payments:payment-done-1", Remedy.CAPTURE_AGAIN);
        decide("payments:payment-stranger", Remedy.GIVE_BACK);
        decide("money:rejected", Remedy.REBUILD_ENTRY);

        await().atMost(LONG)
                .until(() -> List.copyOf(neighbours.commands)
                        .equals(List.of(
                                new CaptureAgain(new PaymentId("payment-done-1")),
                                new GiveBack(new PaymentId("payment-stranger"), new OrderId("stranger")))));
        books(Orders.of("done-1", "ada", 2), "CAPTURED");
        neighbours.sagas.put(new OrderId("waiting"), Step.STOCK);
        await().atMost(LONG)
                .until(() -> finding("payments:payment-done-1").state() == FindingState.REPAIRED
                        && finding("sagas:waiting").state() == FindingState.GONE);
    }

    @Test
    void what_has_an_event_that_cannot_be_read_is_passed_over_and_what_is_behind_it_is_looked_at() {
        Orders bad = Orders.of("bad", "ada", 2);
        append(bad.placed());
        unreadable("payment-bad", requested(bad));
        unreadable("MAIN:P3", received("m-bad"));
        append(bad.confirmed(), received("m-behind"));
        confirmed("behind");
        awaitViews();
        set("orders", "behind", "state", "REJECTED");
        set("stock", "MAIN:P4", "onHand", 99);
        neighbours.sagas.put(new OrderId("behind"), Step.CAPTURE);

        assertThat(awaitOpen(3)).containsOnlyKeys("orders:behind", "stock:MAIN:P4", "sagas:behind");
    }

    @Test
    void an_entry_of_a_view_with_dead_letters_is_not_made_anew_until_these_have_been_tried_again() {
        Orders late = Orders.of("late", "ada", 2);
        append(late.placed());
        AtomicBoolean broken = unreadable("payment-late", requested(late));
        awaitViews();
        set("orders", "done-1", "state", "REJECTED");
        awaitOpen(1);

        decide("orders:done-1", Remedy.REBUILD_ENTRY);

        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(finding("orders:done-1").trouble()).contains("dead letters"));
        broken.set(false);
        append(new DeadLettersRetried("orders", "late", "mended", "olga"));
        awaitViews();
        decide("orders:done-1", Remedy.REBUILD_ENTRY);
        await().atMost(LONG).until(() -> finding("orders:done-1").state() == FindingState.REPAIRED);
    }

    private AtomicBoolean unreadable(String stream, Object event) {
        AtomicBoolean broken = new AtomicBoolean(true);
        long next = store.lastSequenceNumberFor(stream).orElse(-1L) + 1;
        store.publish(new Unreadable<>(new GenericDomainEventMessage<>("test", stream, next, event), broken));
        return broken;
    }

    private static StockReceived received(String movement) {
        return new StockReceived(
                WarehouseId.MAIN, new Sku("P3"), new MovementId(movement), 1, "delivery", "bob", new StockLevel(11, 0));
    }

    @Test
    void a_level_that_is_not_the_sum_of_its_movements_is_found() {
        append(new StockReceived(
                WarehouseId.MAIN, new Sku("P1"), new MovementId("odd"), 5, "delivery", "bob", new StockLevel(99, 0)));

        assertThat(awaitOpen(1)).containsEntry("levels:MAIN:P1", DriftKind.LEVEL_WRONG);
    }

    @Test
    void money_without_an_order_is_given_back_and_is_as_it_should_be_then() {
        Orders rejected = Orders.of("rejected", "ada", 1);
        PaymentId payment = PaymentId.of(rejected.id());
        append(rejected.placed(), requested(rejected), rejected.authorized(), rejected.rejected("too late"));
        books(rejected, "AUTHORIZED");
        assertThat(awaitOpen(1)).containsEntry("money:rejected", DriftKind.MONEY_WITHOUT_ORDER);

        decide("money:rejected", Remedy.GIVE_BACK);

        await().atMost(LONG).until(() -> neighbours.commands.contains(new GiveBack(payment, rejected.id())));
        append(
                new RefundRequested(payment, rejected.id()),
                new PaymentRefunded(payment, rejected.id(), rejected.total()));
        books(rejected, "VOIDED");
        awaitOpen(0);
        assertThat(finding("money:rejected").state()).isEqualTo(FindingState.REPAIRED);
    }

    @Test
    void goods_that_left_by_hand_stay_reserved_and_those_of_an_order_that_was_rejected_do_not() {
        OrderId left = new OrderId("done-0");
        append(
                new OrderDispatched(left, WarehouseId.MAIN, "bob"),
                new FulfilmentStuck(left, Step.DISPATCH, "the stock did not answer"),
                new StepSkipped(left, Step.DISPATCH, "carried over", "olga"));
        Orders rejected = Orders.of("rejected", "ada", 1);
        append(
                rejected.placed(),
                requested(rejected),
                rejected.authorized(),
                rejected.reserved(),
                rejected.rejected("too late"));
        books(rejected, "AUTHORIZED");

        assertThat(awaitOpen(2)).containsOnlyKeys("money:rejected", "goods:rejected");
    }

    @Test
    void units_that_are_held_for_an_order_without_a_reservation_are_found_until_they_are_released() {
        Sku sku = new Sku("P1");
        OrderId order = new OrderId("done-1");
        append(new UnitsReserved(WarehouseId.MAIN, sku, order, 3, new StockLevel(10, 3)));

        assertThat(awaitOpen(1)).containsEntry("holds:MAIN:P1:done-1", DriftKind.RESERVATION_WRONG);

        append(new UnitsReleased(WarehouseId.MAIN, sku, order, 3, new StockLevel(10, 0)));
        awaitOpen(0);
        assertThat(finding("holds:MAIN:P1:done-1").state()).isEqualTo(FindingState.GONE);
    }

    private void set(String view, String id, String field, Object value) {
        database.collection(view).updateOne(Filters.eq("_id", id), Updates.set(field, value));
    }

    private void add(String view, String like, String id) {
        Document copy = database.collection(view).find(Filters.eq("_id", like)).first();
        assertThat(copy).isNotNull();
        database.collection(view).insertOne(new Document(copy).append("_id", id));
    }

    private void decide(String finding, Remedy remedy) {
        append(new RepairDecided(new FindingId(finding), remedy, "test", "olga"));
    }

    private Map<String, DriftKind> awaitOpen(int number) {
        return await().atMost(LONG)
                .until(
                        () -> findings(FindingState.OPEN).stream()
                                .collect(Collectors.toMap(each -> each.id().value(), Finding::kind)),
                        open -> open.size() == number);
    }

    private Finding finding(String id) {
        return findings(null).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> findings(@org.jspecify.annotations.Nullable FindingState state) {
        return new ArrayList<>(queries.query(new FindFindings(state, 0, 200), Findings.class)
                .join()
                .findings());
    }

    private synchronized void append(Object... events) {
        new Log(store).append(events);
    }
}
