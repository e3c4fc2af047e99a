package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.CatalogEvent.ProductListed;
import io.daybook.api.catalog.CatalogEvent.ProductRetired;
import io.daybook.api.catalog.CatalogEvent.ProductRevised;
import io.daybook.api.catalog.CatalogQuery.FindAllProducts;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent.StockAdjusted;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.CompareStock;
import io.daybook.api.inventory.StockQuery.FindStockLevels;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.StockQuery.StockComparison;
import io.daybook.api.inventory.StockQuery.StockPage;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import io.daybook.api.view.ViewQuery.FindViewPositions;
import io.daybook.api.view.ViewQuery.ViewPositionList;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What staff ask about stock; with a log of its own, as other tests count all products. */
@SpringBootTest(classes = QuerySideTestApplication.class, properties = "daybook.views.patience=20s")
class StockLevelsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Autowired
    ViewPositions positions;

    @Test
    void stock_is_listed_with_names_also_where_there_never_was_any_and_low_ones_are_counted() {
        Sku plenty = new Sku("LEVEL-1");
        long position = append(
                listed("LEVEL-1", "Zither, old", "Music"),
                listed("LEVEL-2", "Zither strings", "Music"),
                listed("LEVEL-3", "Zither stand", "Music"),
                listed("LEVEL-4", "Zither case", "Music"),
                new ProductRevised(new Sku("LEVEL-3"), "Zithér tripod", "", "Music", ""),
                new ProductRetired(new Sku("LEVEL-4"), "gone"),
                new StockReceived(
                        WarehouseId.MAIN, plenty, new MovementId("l1"), 12, "delivery", "bob", new StockLevel(12, 0)),
                new UnitsReserved(WarehouseId.MAIN, plenty, new OrderId("l-o"), 2, new StockLevel(12, 2)),
                new StockReceived(
                        WarehouseId.MAIN,
                        new Sku("LEVEL-3"),
                        new MovementId("l3"),
                        3,
                        "delivery",
                        "bob",
                        new StockLevel(3, 0)));
        positions.await(position, LONG).join();

        StockPage all = levels("zither", 10, false, 0, 10);
        assertThat(all.stock())
                .extracting(ListedStock::sku)
                .containsExactly(plenty, new Sku("LEVEL-2"), new Sku("LEVEL-3"), new Sku("LEVEL-4"));
        assertThat(all.stock().get(0))
                .isEqualTo(new ListedStock(WarehouseId.MAIN, plenty, "Zither, old", false, new StockLevel(12, 2)));
        assertThat(all.stock().get(3).retired()).isTrue();
        assertThat(all.stock().get(3).low(10))
                .as("what is sold no more need not be there")
                .isFalse();
        assertThat(levels("zither", 10, true, 0, 10).stock())
                .as("the scarcest first")
                .extracting(listed -> listed.sku().value())
                .containsExactly("LEVEL-2", "LEVEL-3");
        assertThat(levels("zither", 11, true, 0, 10).total()).isEqualTo(3);
        assertThat(levels("zither", 11, false, 0, 10).low())
                .isEqualTo(levels("", 11, false, 0, 10).low());
        assertThat(levels("level tripod", 10, false, 0, 10).total()).isEqualTo(1);
        StockPage second = levels("zither", 10, false, 1, 3);
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.stock()).hasSize(1);
        assertThat(ask(new FindAllProducts("zither", "Music", 0, 10), ProductPage.class)
                        .products())
                .hasSize(4);
        assertThat(ask(new FindAllProducts("", "", 0, 1), ProductPage.class).total())
                .isGreaterThanOrEqualTo(4);
    }

    private StockPage levels(String words, int lowBelow, boolean lowOnly, int page, int size) {
        return ask(new FindStockLevels(WarehouseId.MAIN, words, lowBelow, lowOnly, page, size), StockPage.class);
    }

    @Test
    void log_and_view_are_compared_by_what_was_moved_and_not_by_what_the_movements_say() {
        Sku sku = new Sku("COMPARED-1");
        OrderId order = new OrderId("compared");
        OrderId other = new OrderId("compared-2");
        append(
                new StockReceived(
                        WarehouseId.MAIN, sku, new MovementId("c1"), 10, "delivery", "bob", new StockLevel(10, 0)),
                new UnitsReserved(WarehouseId.MAIN, sku, order, 4, new StockLevel(10, 4)),
                new UnitsReserved(WarehouseId.MAIN, sku, other, 2, new StockLevel(10, 6)),
                new UnitsReleased(WarehouseId.MAIN, sku, other, 2, new StockLevel(10, 4)),
                new UnitsDispatched(WarehouseId.MAIN, sku, order, 4, new StockLevel(6, 0)),
                new StockAdjusted(
                        WarehouseId.MAIN, sku, new MovementId("c2"), -1, "broken", "bob", new StockLevel(5, 0)));

        StockComparison equal = ask(new CompareStock(WarehouseId.MAIN, sku), StockComparison.class);

        assertThat(equal.log()).isEqualTo(new StockLevel(5, 0));
        assertThat(equal.equal()).isTrue();
        assertThat(equal.still()).isTrue();
        assertThat(equal.movements()).isEqualTo(6);

        append(new StockAdjusted(
                WarehouseId.MAIN, sku, new MovementId("c3"), 1, "wrong level", "bob", new StockLevel(7, 0)));
        StockComparison different = ask(new CompareStock(WarehouseId.MAIN, sku), StockComparison.class);
        assertThat(different.log()).isEqualTo(new StockLevel(6, 0));
        assertThat(different.view()).isEqualTo(new StockLevel(7, 0));
        assertThat(different.equal()).isFalse();
        StockComparison never = ask(new CompareStock(WarehouseId.MAIN, new Sku("NEVER-AT-ALL")), StockComparison.class);
        assertThat(never.equal()).isTrue();
        assertThat(never.movements()).isZero();
    }

    @Test
    void how_far_each_view_has_come_can_be_asked() {
        long position = append(listed("POSITION-1", "Compass", "Travel"));
        positions.await(position, LONG).join();

        assertThat(ask(new FindViewPositions(), ViewPositionList.class).views())
                .hasSize(6)
                .allSatisfy(view -> assertThat(view.position()).isGreaterThanOrEqualTo(position));
    }

    private static ProductListed listed(String sku, String name, String category) {
        return new ProductListed(new Sku(sku), name, "", category, Money.parse("GBP 2.55"), "");
    }

    private long append(Object... events) {
        return new Log(store).append(events);
    }

    private <A> A ask(Object query, Class<A> answer) {
        return queries.query(query, answer).join();
    }
}
