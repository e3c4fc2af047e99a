package io.daybook.ui.platform;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.CatalogCommand.RepriceProduct;
import io.daybook.api.catalog.CatalogCommand.RetireProduct;
import io.daybook.api.catalog.CatalogCommand.ReviseProduct;
import io.daybook.api.catalog.CatalogQuery.CategoryList;
import io.daybook.api.catalog.CatalogQuery.FindAllProducts;
import io.daybook.api.catalog.CatalogQuery.FindCategories;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerPage;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomer;
import io.daybook.api.customer.CustomerQuery.FindCustomers;
import io.daybook.api.customer.CustomerQuery.FindCustomersById;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.FulfilmentQuery.FindStuckFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentView;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.InventoryCommand.CountStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.StockCount;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.CompareStock;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.FindStockLevels;
import io.daybook.api.inventory.StockQuery.FindStockMovements;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.StockQuery.Movement;
import io.daybook.api.inventory.StockQuery.StockComparison;
import io.daybook.api.inventory.StockQuery.StockLedger;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockPage;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.view.ViewQuery.FindViewPositions;
import io.daybook.api.view.ViewQuery.ViewPosition;
import io.daybook.api.view.ViewQuery.ViewPositionList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryHandler;

/** Products, stock and customers, in memory. What it is told it also writes to the log, so that the log moves. */
public class SmallShop {

    private final EventGateway events;
    private final Map<Sku, ProductView> products = new ConcurrentHashMap<>();
    private final Map<String, List<Movement>> movements = new ConcurrentHashMap<>();
    private final Map<CustomerId, CustomerView> customers = new ConcurrentHashMap<>();
    private final Set<Object> seenMovements = ConcurrentHashMap.newKeySet();
    public final AtomicInteger revisions = new AtomicInteger();
    public final AtomicInteger productQueries = new AtomicInteger();

    SmallShop(EventGateway events) {
        this.events = events;
    }

    @CommandHandler
    void handle(ListProduct command) {
        ProductView product = new ProductView(
                command.sku(),
                command.name(),
                command.description(),
                command.category(),
                command.price(),
                command.picture(),
                true);
        ProductView before = products.putIfAbsent(command.sku(), product);
        if (before != null && !before.equals(product)) {
            throw new CommandRefused(Refusal.Code.CONFLICT, "There is another product " + command.sku() + ".");
        }
        events.publish(command.sku() + " listed");
    }

    @CommandHandler
    void handle(ReviseProduct command) {
        revisions.incrementAndGet();
        products.computeIfPresent(
                command.sku(),
                (sku, old) -> new ProductView(
                        sku,
                        command.name(),
                        command.description(),
                        command.category(),
                        old.price(),
                        command.picture(),
                        old.onSale()));
    }

    @CommandHandler
    void handle(RepriceProduct command) {
        products.computeIfPresent(
                command.sku(),
                (sku, old) -> new ProductView(
                        sku,
                        old.name(),
                        old.description(),
                        old.category(),
                        command.price(),
                        old.picture(),
                        old.onSale()));
    }

    @CommandHandler
    void handle(RetireProduct command) {
        products.computeIfPresent(
                command.sku(),
                (sku, old) -> new ProductView(
                        sku, old.name(), old.description(), old.category(), old.price(), old.picture(), false));
    }

    @CommandHandler
    void handle(RegisterCustomer command) {
        customers.putIfAbsent(
                command.customerId(), new CustomerView(command.customerId(), command.name(), Tier.STANDARD, 0));
        events.publish(command.customerId() + " registered");
    }

    @CommandHandler
    void handle(ChangeTier command) {
        customers.computeIfPresent(
                command.customerId(), (id, old) -> new CustomerView(id, old.name(), command.tier(), 1));
    }

    @CommandHandler
    void handle(ReceiveStock command) {
        move(
                command.warehouse(),
                command.sku(),
                command.movement(),
                "StockReceived",
                command.quantity(),
                command.by(),
                command.reason());
    }

    @CommandHandler
    void handle(AdjustStock command) {
        if (level(command.warehouse(), command.sku()).onHand() + command.quantity() < 0) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "There is not that much.");
        }
        move(
                command.warehouse(),
                command.sku(),
                command.movement(),
                "StockAdjusted",
                command.quantity(),
                command.by(),
                command.reason());
    }

    private void move(
            WarehouseId warehouse, Sku sku, Object movement, String kind, int quantity, String by, String reason) {
        if (!seenMovements.add(sku + "/" + movement)) {
            return;
        }
        movements.compute(warehouse + ":" + sku, (key, before) -> {
            List<Movement> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
            int onHand = all.isEmpty() ? 0 : all.get(all.size() - 1).level().onHand();
            all.add(new Movement(
                    all.size(), Instant.now(), kind, quantity, by, reason, new StockLevel(onHand + quantity, 0)));
            return all;
        });
    }

    @CommandHandler
    StockCount handle(CountStock command) {
        return new StockCount(command.skus().stream()
                .map(sku -> new StockView(command.warehouse(), sku, level(command.warehouse(), sku)))
                .toList());
    }

    private StockLevel level(WarehouseId warehouse, Sku sku) {
        List<Movement> all = movements.getOrDefault(warehouse + ":" + sku, List.of());
        return all.isEmpty() ? StockLevel.NONE : all.get(all.size() - 1).level();
    }

    @QueryHandler
    CategoryList handle(FindCategories query) {
        return new CategoryList(List.of(), 7);
    }

    @QueryHandler
    ProductPage handle(FindProducts query) {
        List<ProductView> found = products.values().stream()
                .filter(ProductView::onSale)
                .filter(product ->
                        query.category().isEmpty() || product.category().equals(query.category()))
                .filter(product -> product.name().contains(query.words()))
                .sorted((one, other) -> one.sku().compareTo(other.sku()))
                .toList();
        List<ProductView> page = found.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new ProductPage(page, found.size(), query.page(), query.size(), 7);
    }

    @QueryHandler
    ProductList handle(FindProductsBySku query) {
        productQueries.incrementAndGet();
        return new ProductList(
                query.skus().stream()
                        .filter(products::containsKey)
                        .map(products::get)
                        .toList(),
                7);
    }

    @QueryHandler
    StockList handle(FindStock query) {
        return new StockList(
                query.skus().stream()
                        .map(sku -> new StockView(query.warehouse(), sku, level(query.warehouse(), sku)))
                        .toList(),
                7);
    }

    @QueryHandler
    StockPage handle(FindStockLevels query) {
        List<ListedStock> all = products.values().stream()
                .sorted((one, other) -> one.sku().compareTo(other.sku()))
                .map(product -> new ListedStock(
                        query.warehouse(),
                        product.sku(),
                        product.name(),
                        !product.onSale(),
                        level(query.warehouse(), product.sku())))
                .filter(stock -> stock.name().contains(query.words()))
                .toList();
        List<ListedStock> found = all.stream()
                .filter(stock -> !query.lowOnly() || stock.low(query.lowBelow()))
                .toList();
        List<ListedStock> page = found.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new StockPage(page, found.size(), all.size(), query.page(), query.size(), 7);
    }

    @QueryHandler
    ProductPage handle(FindAllProducts query) {
        List<ProductView> found = products.values().stream()
                .filter(product -> product.name().contains(query.words()))
                .toList();
        return new ProductPage(found, found.size(), query.page(), query.size(), 7);
    }

    @QueryHandler
    StockComparison handle(CompareStock query) {
        StockLevel level = level(query.warehouse(), query.sku());
        return new StockComparison(query.warehouse(), query.sku(), 1, level, level, 7, 7, true);
    }

    @QueryHandler
    ViewPositionList handle(FindViewPositions query) {
        return new ViewPositionList(List.of(new ViewPosition("stock", -1)));
    }

    @QueryHandler
    StockLedger handle(FindStockMovements query) {
        List<Movement> newest =
                new ArrayList<>(movements.getOrDefault(query.warehouse() + ":" + query.sku(), List.of()));
        java.util.Collections.reverse(newest);
        return new StockLedger(
                query.warehouse(),
                query.sku(),
                level(query.warehouse(), query.sku()),
                newest.stream()
                        .filter(movement -> movement.sequence() < query.before())
                        .limit(query.limit())
                        .toList());
    }

    @QueryHandler
    CustomerPage handle(FindCustomersById query) {
        List<CustomerView> found = query.customerIds().stream()
                .map(customers::get)
                .filter(Objects::nonNull)
                .toList();
        return new CustomerPage(found, found.size(), 0, 100, 0);
    }

    @QueryHandler
    CustomerPage handle(FindCustomers query) {
        List<CustomerView> found = customers.values().stream()
                .filter(customer -> customer.name().startsWith(query.text()))
                .toList();
        return new CustomerPage(
                found.stream().limit(query.size()).toList(), found.size(), query.page(), query.size(), 0);
    }

    @QueryHandler
    CustomerView handle(FindCustomer query) {
        return customers.get(query.customerId());
    }

    @QueryHandler
    FulfilmentList handle(FindStuckFulfilments query) {
        FulfilmentView stuck = new FulfilmentView(
                new io.daybook.api.order.OrderId("stuck-one"),
                Step.PAYMENT,
                Instant.EPOCH,
                "the provider said nothing");
        return new FulfilmentList(List.of(stuck), 1, 7);
    }
}
