package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerPage;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomers;
import io.daybook.api.customer.CustomerQuery.FindCustomersById;
import io.daybook.api.customer.CustomerQuery.FindTierDecisions;
import io.daybook.api.customer.CustomerQuery.TierDecisions;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStockMovements;
import io.daybook.api.inventory.StockQuery.StockLedger;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderFilter;
import io.daybook.api.order.OrderQuery.CustomerTotals;
import io.daybook.api.order.OrderQuery.FindCustomerTotals;
import io.daybook.api.order.OrderQuery.FindOrderStory;
import io.daybook.api.order.OrderQuery.FindOrders;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderStory;
import io.daybook.api.order.OrderStory.Happening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryGateway;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = QuerySideTestApplication.class, properties = "daybook.views.patience=20s")
class StaffQuestionsTest {

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Autowired
    ViewPositions positions;

    @Test
    void orders_are_found_by_beginning_product_state_tier_and_customer_newest_first() {
        Orders first = Orders.of("find-1", "mary", 1);
        Orders second = Orders.of("find-2", "mary", 3);
        long position = append(first.placed(), second.placed(), second.rejected("no"));

        assertThat(found("find-", null, null, null, position)).containsExactlyInAnyOrder("find-1", "find-2");
        assertThat(found("find-2", null, null, null, position)).containsExactly("find-2");
        assertThat(found("", "mary", OrderState.REJECTED, null, position)).containsExactly("find-2");
        assertThat(found("", "mary", null, Tier.VIP, position)).isEmpty();
        assertThat(found("sku2", "mary", null, null, position)).containsExactly("find-2");
        assertThat(found("SKU", "mary", null, null, position))
                .as("whole codes only")
                .isEmpty();
        OrderPage page =
                ask(new FindOrders(new OrderFilter("find-", null, null, null), 1, 1, position), OrderPage.class);
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.lines())
                        .isEqualTo(order.orderId().value().equals("find-1") ? first.lines() : second.lines()));
    }

    private List<String> found(
            String text, @Nullable String customer, @Nullable OrderState state, @Nullable Tier tier, long position) {
        OrderFilter filter = new OrderFilter(text, customer == null ? null : new CustomerId(customer), state, tier);
        return ask(new FindOrders(filter, 0, 10, position), OrderPage.class).orders().stream()
                .map(order -> order.orderId().value())
                .toList();
    }

    @Test
    void a_customers_spend_counts_what_was_confirmed_and_not_cancelled() {
        Orders bought = Orders.of("bought", "spender", 2);
        Orders refused = Orders.of("refused", "spender", 1);
        long position = append(bought.placed(), bought.confirmed(), refused.placed(), refused.rejected("no"));

        CustomerTotals totals = ask(new FindCustomerTotals(new CustomerId("spender"), position), CustomerTotals.class);

        assertThat(totals.orders()).isEqualTo(2);
        assertThat(totals.confirmed()).isEqualTo(1);
        assertThat(totals.spent()).containsExactly(bought.total());
        assertThat(totals.spent().get(0)).isEqualTo(Money.parse("GBP 7.65"));
    }

    @Test
    void an_orders_story_is_told_from_its_three_streams_with_causes_and_without_the_cards_token() {
        Orders order = Orders.of("told", "ada", 1);
        store.publish(message("told", 0, order.placed(), "command-1"));
        store.publish(message("payment-told", 0, order.authorized(), "command-2"));
        store.publish(message("reservation-told", 0, order.reserved(), "command-3"));
        store.publish(message("told", 1, order.confirmed(), "command-4"));

        OrderStory story = ask(new FindOrderStory(order.id()), OrderStory.class);

        assertThat(story.happenings())
                .extracting(Happening::what)
                .containsExactly("OrderPlaced", "PaymentAuthorized", "StockReserved", "OrderConfirmed");
        Happening placed = story.happenings().get(0);
        assertThat(placed.by()).isEqualTo("ada");
        assertThat(placed.commands()).containsExactly("PlaceOrder");
        assertThat(placed.correlationId()).isEqualTo("command-1");
        assertThat(placed.payload()).contains("Ada Lovelace", "\n").doesNotContain("tok_approve");
        assertThat(story.happenings().get(1).payload()).contains("ref-told", "\"currency\" : \"GBP\"");
        assertThat(ask(new FindOrderStory(Orders.of("untold", "ada", 1).id()), OrderStory.class)
                        .happenings())
                .isEmpty();
    }

    @Test
    void what_cannot_be_read_is_left_out_or_told_as_it_is_stored() {
        Orders order = Orders.of("unread", "ada", 1);
        CustomerId id = new CustomerId("unread");
        Sku sku = new Sku("UNREAD");
        append(
                order.placed(),
                new CustomerRegistered(id, "Una"),
                new StockReceived(
                        WarehouseId.MAIN, sku, new MovementId("m"), 7, "delivery", "bob", new StockLevel(7, 0)));
        unreadable("unread", 1, order.confirmed());
        unreadable(id.stream(), 1, new TierChanged(id, Tier.VIP, "loyal", "sue"));
        unreadable(
                "MAIN:UNREAD",
                1,
                new StockReceived(
                        WarehouseId.MAIN, sku, new MovementId("n"), 1, "delivery", "bob", new StockLevel(8, 0)));

        assertThat(ask(new FindOrderStory(order.id()), OrderStory.class).happenings())
                .extracting(Happening::by)
                .containsExactly("ada", null);
        assertThat(ask(new FindTierDecisions(id), TierDecisions.class).decisions())
                .isEmpty();
        StockLedger ledger = ask(new FindStockMovements(WarehouseId.MAIN, sku, Long.MAX_VALUE, 10), StockLedger.class);
        assertThat(ledger.movements()).hasSize(1);
        assertThat(ledger.level()).isEqualTo(new StockLevel(7, 0));
    }

    private void unreadable(String stream, long sequence, Object event) {
        store.publish(new Unreadable<>(
                new GenericDomainEventMessage<>("test", stream, sequence, event), new AtomicBoolean(true)));
    }

    private static GenericDomainEventMessage<?> message(String stream, long sequence, Object event, String cause) {
        return new GenericDomainEventMessage<>(
                "test", stream, sequence, event, MetaData.from(Map.of("correlationId", cause)));
    }

    @Test
    void customers_are_found_by_the_beginnings_of_words_of_their_name_and_by_id() {
        CustomerId grace = new CustomerId("grace-h");
        long position = append(
                new CustomerRegistered(grace, "Grace Hopper (Navy)"),
                new CustomerRegistered(new CustomerId("other-c"), "Somebody Else"));
        positions.await(position, Duration.ofSeconds(20)).join();

        assertThat(names("hop")).containsExactly("Grace Hopper (Navy)");
        assertThat(names("(na")).containsExactly("Grace Hopper (Navy)");
        assertThat(names("grace-")).containsExactly("Grace Hopper (Navy)");
        assertThat(names("opper")).isEmpty();
        assertThat(ask(new FindCustomersById(Set.of(grace, new CustomerId("nobody"))), CustomerPage.class)
                        .customers())
                .extracting(CustomerView::customerId)
                .containsExactly(grace);
    }

    private List<String> names(String text) {
        return ask(new FindCustomers(text, 0, 10), CustomerPage.class).customers().stream()
                .map(CustomerView::name)
                .toList();
    }

    @Test
    void who_decided_about_a_tier_is_known_from_the_log() {
        CustomerId id = new CustomerId("decided");
        store.publish(new GenericDomainEventMessage<>("test", id.stream(), 0, new CustomerRegistered(id, "Dee")));
        store.publish(
                new GenericDomainEventMessage<>("test", id.stream(), 1, new TierChanged(id, Tier.VIP, "loyal", "sue")));

        assertThat(ask(new FindTierDecisions(id), TierDecisions.class).decisions())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.tier()).isEqualTo(Tier.VIP);
                    assertThat(decision.by()).isEqualTo("sue");
                });
    }

    private long append(Object... events) {
        return new Log(store).append(events);
    }

    private <A> A ask(Object query, Class<A> answer) {
        return queries.query(query, answer).join();
    }
}
