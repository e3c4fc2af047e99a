package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.catalog.CatalogEvent.ProductListed;
import io.daybook.api.catalog.CatalogEvent.ProductRetired;
import io.daybook.api.catalog.CatalogEvent.ProductRevised;
import io.daybook.api.catalog.CatalogQuery.CategoryList;
import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindCategories;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomer;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.FulfilmentQuery.FindFulfilmentsWaiting;
import io.daybook.api.fulfilment.FulfilmentQuery.FindStuckFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentView;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.FindStockMovements;
import io.daybook.api.inventory.StockQuery.Movement;
import io.daybook.api.inventory.StockQuery.StockLedger;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindCustomerOrders;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = QuerySideTestApplication.class, properties = "daybook.views.patience=20s")
class ViewsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Autowired
    ViewPositions positions;

    @Test
    void an_order_placed_and_confirmed_is_found_at_the_position_of_its_last_event() {
        Orders order = Orders.of("order-1", "ada", 25);
        long position =
                append(order.placed(), order.authorized(), order.reserved(), order.captured(), order.confirmed());

        OrderAnswer answer = ask(new FindOrder(order.id(), position), OrderAnswer.class);

        assertThat(answer.position()).isGreaterThanOrEqualTo(position);
        OrderView view = answer.order().get(0);
        assertThat(view.state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(view.lines()).isEqualTo(order.lines());
        assertThat(view.total()).isEqualTo(order.total());
        assertThat(view.shippingAddress()).isEqualTo(order.placed().shippingAddress());
        assertThat(view.position()).isEqualTo(position);
        assertThat(view.timeline())
                .extracting(OrderView.TimelineEntry::what)
                .containsExactly(
                        "OrderPlaced", "PaymentAuthorized", "StockReserved", "PaymentCaptured", "OrderConfirmed");
    }

    @Test
    void an_order_taken_back_while_it_is_open_leaves_no_fulfilment_though_its_end_comes_in_the_same_batch() {
        Orders order = Orders.of("order-taken-back", "ada", 1);
        positions.await(append(order.placed()), LONG).join();

        positions
                .await(append(order.cancellationRequested(), order.cancelled()), LONG)
                .join();

        for (Step step : Step.values()) {
            FulfilmentList waiting = ask(
                    new FindFulfilmentsWaiting(step, Instant.now().plusSeconds(3_600), 1_000), FulfilmentList.class);
            assertThat(waiting.fulfilments())
                    .extracting(FulfilmentView::orderId)
                    .doesNotContain(order.id());
        }
    }

    @Test
    void events_that_do_not_concern_a_view_count_towards_the_position_it_has_reached() {
        Orders order = Orders.of("order-2", "ada", 1);
        append(order.placed());
        long position = append(new CustomerRegistered(new CustomerId("passer-by"), "Passer-by"));

        assertThat(ask(new FindOrder(order.id(), position), OrderAnswer.class).position())
                .isGreaterThanOrEqualTo(position);
        positions.await(position, LONG).join();
        assertThat(positions.reached())
                .hasSize(6)
                .allSatisfy((view, reached) -> assertThat(reached).isGreaterThanOrEqualTo(position));
    }

    @Test
    void a_customers_orders_come_newest_first_in_pages() {
        for (int i = 0; i < 5; i++) {
            append(Orders.of("many-" + i, "grace", 1).placed());
        }
        long position = append(Orders.of("other", "linus", 1).placed());

        OrderPage page = ask(new FindCustomerOrders(new CustomerId("grace"), 1, 2, position), OrderPage.class);

        assertThat(page.total()).isEqualTo(5);
        assertThat(page.orders())
                .hasSize(2)
                .isSortedAccordingTo((a, b) -> b.placedAt().compareTo(a.placedAt()));
    }

    @Test
    void who_waits_for_an_order_is_told_of_its_changes_and_of_no_other_order() {
        Orders order = Orders.of("watched", "ada", 2);
        Orders other = Orders.of("unwatched", "ada", 2);
        append(order.placed());
        List<OrderView> updates = new CopyOnWriteArrayList<>();
        try (var subscription =
                queries.subscriptionQuery(new FindOrder(order.id(), 0), OrderAnswer.class, OrderView.class)) {
            subscription.updates().subscribe(updates::add);

            append(other.placed(), order.authorized(), order.reserved(), order.captured(), order.confirmed());

            await().atMost(LONG)
                    .until(() -> updates.stream().anyMatch(update -> update.state() == OrderState.CONFIRMED));
            assertThat(updates).allMatch(update -> update.orderId().equals(order.id()));
        }
    }

    @Test
    void products_are_found_by_the_beginnings_of_all_words_whatever_their_accents_and_capitals() {
        append(
                listed("A1", "Café Crème MUG", "Kitchen"),
                listed("A2", "Mug cosy", "Kitchen"),
                listed("A3", "White (HEART) holder", "Decoration"),
                listed("A4", "Retired mug", "Kitchen"),
                new ProductRetired(new Sku("A4"), "gone"));
        long position = append(new ProductRevised(new Sku("A2"), "Mug cosy", "warm", "Textiles", "cosy"));
        positions.await(position, LONG).join();

        assertThat(found("mug")).containsExactly("A1", "A2");
        assertThat(found("CAFE mu")).containsExactly("A1");
        assertThat(found("(heart")).containsExactly("A3");
        assertThat(found(".*")).as("no words, so all").containsExactly("A1", "A2", "A3");
        assertThat(found("ug")).isEmpty();
        assertThat(found("a3")).containsExactly("A3");
        ProductPage second = ask(new FindProducts("", "", 1, 2), ProductPage.class);
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.products()).hasSize(1);
        assertThat(ask(new FindProducts("mug", "Textiles", 0, 10), ProductPage.class)
                        .products())
                .singleElement()
                .satisfies(product -> assertThat(product.sku()).isEqualTo(new Sku("A2")));
        assertThat(ask(new FindCategories(), CategoryList.class).categories())
                .containsExactly(
                        new CategoryView("Decoration", 1),
                        new CategoryView("Kitchen", 1),
                        new CategoryView("Textiles", 1));
        assertThat(ask(new FindProductsBySku(Set.of(new Sku("A4"), new Sku("NONE"))), ProductList.class)
                        .products())
                .singleElement()
                .satisfies(product -> assertThat(product.onSale()).isFalse());
    }

    private static ProductListed listed(String sku, String name, String category) {
        return new ProductListed(new Sku(sku), name, "", category, Money.parse("GBP 2.55"), "");
    }

    private List<String> found(String words) {
        return ask(new FindProducts(words, "", 0, 10), ProductPage.class).products().stream()
                .map(product -> product.sku().value())
                .toList();
    }

    @Test
    void stock_is_shown_by_its_last_movement_and_its_ledger_comes_from_the_log() {
        Sku sku = new Sku("S1");
        List<StockView> updates = new CopyOnWriteArrayList<>();
        try (var subscription = queries.subscriptionQuery(
                new FindStock(WarehouseId.MAIN, Set.of(sku)), StockList.class, StockView.class)) {
            subscription.updates().subscribe(updates::add);
            List<Object> movements = new ArrayList<>();
            movements.add(new StockReceived(
                    WarehouseId.MAIN, sku, new MovementId("m1"), 10, "delivery", "bob", new StockLevel(10, 0)));
            for (int i = 1; i <= 5; i++) {
                movements.add(new UnitsReserved(WarehouseId.MAIN, sku, new OrderId("o" + i), 1, new StockLevel(10, i)));
            }
            movements.add(new StockReceived(
                    WarehouseId.MAIN, new Sku("S2"), new MovementId("m2"), 3, "delivery", "bob", new StockLevel(3, 0)));
            long position = append(movements.toArray());

            StockList stock =
                    ask(new FindStock(WarehouseId.MAIN, Set.of(sku, new Sku("NEVER")), position), StockList.class);
            assertThat(stock.position()).isGreaterThanOrEqualTo(position);
            assertThat(stock.stock()).containsExactly(new StockView(WarehouseId.MAIN, sku, new StockLevel(10, 5)));
            await().atMost(LONG)
                    .until(() -> updates.contains(new StockView(WarehouseId.MAIN, sku, new StockLevel(10, 5))));
            assertThat(updates).allMatch(update -> update.sku().equals(sku));
        }
        StockLedger newest = ask(new FindStockMovements(WarehouseId.MAIN, sku, Long.MAX_VALUE, 2), StockLedger.class);
        assertThat(newest.movements()).extracting(Movement::sequence).containsExactly(5L, 4L);
        assertThat(newest.movements().get(0).by()).isEqualTo("order o5");
        StockLedger older = ask(new FindStockMovements(WarehouseId.MAIN, sku, 4, 10), StockLedger.class);
        assertThat(older.movements()).extracting(Movement::sequence).containsExactly(3L, 2L, 1L, 0L);
        assertThat(older.level()).isEqualTo(new StockLevel(10, 5));
        assertThat(older.movements().get(3).by()).isEqualTo("bob");
        assertThat(ask(new FindStockMovements(WarehouseId.MAIN, new Sku("NEVER"), 4, 10), StockLedger.class)
                        .level())
                .isEqualTo(StockLevel.NONE);
    }

    @Test
    void a_customer_is_found_with_the_tier_that_staff_decided() {
        CustomerId ada = new CustomerId("ada-l");
        long position = append(new CustomerRegistered(ada, "Ada"), new TierChanged(ada, Tier.VIP, "loyal", "staff"));
        positions.await(position, LONG).join();

        assertThat(ask(new FindCustomer(ada), CustomerView.class))
                .isEqualTo(new CustomerView(ada, "Ada", Tier.VIP, position));
        assertThat(queries.query(new FindCustomer(new CustomerId("nobody")), CustomerView.class)
                        .join())
                .isNull();
    }

    @Test
    void orders_on_their_way_are_listed_by_step_until_settled_and_stuck_ones_apart() {
        Orders waiting = Orders.of("waiting", "ada", 1);
        Orders stuck = Orders.of("stuck", "ada", 1);
        Orders settled = Orders.of("settled", "ada", 1);
        append(waiting.placed(), stuck.placed(), settled.placed(), settled.declined("no funds"));
        long position =
                append(waiting.authorized(), stuck.stuck(Step.PAYMENT, "no answer"), settled.rejected("no funds"));
        positions.await(position, LONG).join();

        Instant soon = Instant.now().plusSeconds(60);
        assertThat(ids(new FindFulfilmentsWaiting(Step.STOCK, soon, 100))).contains("waiting");
        assertThat(ids(new FindFulfilmentsWaiting(Step.STOCK, Instant.EPOCH, 100)))
                .isEmpty();
        assertThat(ids(new FindFulfilmentsWaiting(Step.PAYMENT, soon, 100))).doesNotContain("stuck", "settled");
        assertThat(ask(new FindStuckFulfilments(10), FulfilmentList.class).fulfilments())
                .extracting(FulfilmentView::cause)
                .containsExactly("no answer");
    }

    private List<String> ids(FindFulfilmentsWaiting query) {
        return ask(query, FulfilmentList.class).fulfilments().stream()
                .map(fulfilment -> fulfilment.orderId().value())
                .toList();
    }

    private long append(Object... events) {
        return new Log(store).append(events);
    }

    private <A> A ask(Object query, Class<A> answer) {
        return queries.query(query, answer).join();
    }
}
