package io.daybook.ui.world;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.CatalogCommand.RepriceProduct;
import io.daybook.api.catalog.CatalogCommand.RetireProduct;
import io.daybook.api.catalog.CatalogCommand.ReviseProduct;
import io.daybook.api.catalog.CatalogQuery.FindAllProducts;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.CompareStock;
import io.daybook.api.inventory.StockQuery.FindStockLevels;
import io.daybook.api.inventory.StockQuery.FindStockMovements;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.StockQuery.Movement;
import io.daybook.api.inventory.StockQuery.StockComparison;
import io.daybook.api.inventory.StockQuery.StockLedger;
import io.daybook.api.inventory.StockQuery.StockPage;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.view.ViewQuery.FindViewPositions;
import io.daybook.api.view.ViewQuery.ViewPosition;
import io.daybook.api.view.ViewQuery.ViewPositionList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.joda.money.Money;

/** What staff do to the shelves, and ask about them. */
public class Stockroom {

    private final Shelves shelves;
    private final EventGateway log;
    private final Map<Sku, List<Movement>> movements = new ConcurrentHashMap<>();
    private final Set<MovementId> done = ConcurrentHashMap.newKeySet();

    Stockroom(Shelves shelves, EventGateway log) {
        this.shelves = shelves;
        this.log = log;
    }

    public void clear() {
        movements.clear();
        done.clear();
    }

    public ProductView product(String sku) {
        return shelves.products().get(new Sku(sku));
    }

    public List<Movement> movements(String sku) {
        return movements.getOrDefault(new Sku(sku), List.of());
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
        ProductView before = shelves.products().putIfAbsent(command.sku(), product);
        if (before != null && !before.equals(product)) {
            throw new CommandRefused(
                    Refusal.Code.CONFLICT, "Product %s is listed already, and differs".formatted(command.sku()));
        }
    }

    @CommandHandler
    void handle(ReviseProduct command) {
        change(
                command.sku(),
                old -> new ProductView(
                        old.sku(),
                        command.name(),
                        command.description(),
                        command.category(),
                        old.price(),
                        command.picture(),
                        old.onSale()));
    }

    @CommandHandler
    void handle(RepriceProduct command) {
        change(command.sku(), old -> with(old, command.price(), old.onSale()));
    }

    @CommandHandler
    void handle(RetireProduct command) {
        change(command.sku(), old -> with(old, old.price(), false));
    }

    private void change(Sku sku, UnaryOperator<ProductView> change) {
        if (!shelves.products().get(sku).onSale()) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "Product %s is retired".formatted(sku));
        }
        shelves.products().computeIfPresent(sku, (same, old) -> change.apply(old));
    }

    private static ProductView with(ProductView old, Money price, boolean onSale) {
        return new ProductView(old.sku(), old.name(), old.description(), old.category(), price, old.picture(), onSale);
    }

    @CommandHandler
    void handle(ReceiveStock command) {
        move(command.sku(), command.movement(), "StockReceived", command.quantity(), command.by(), command.reason());
    }

    @CommandHandler
    void handle(AdjustStock command) {
        if (shelves.available(command.sku()) + command.quantity() < 0) {
            throw new CommandRefused(
                    Refusal.Code.NOT_ALLOWED_NOW,
                    "Only %d units of %s are available".formatted(shelves.available(command.sku()), command.sku()));
        }
        move(command.sku(), command.movement(), "StockAdjusted", command.quantity(), command.by(), command.reason());
    }

    private void move(Sku sku, MovementId movement, String kind, int quantity, String by, String reason) {
        if (done.add(movement)) {
            int now = shelves.available(sku) + quantity;
            List<Movement> all =
                    movements.computeIfAbsent(sku, missing -> Collections.synchronizedList(new ArrayList<>()));
            all.add(new Movement(all.size(), Instant.now(), kind, quantity, by, reason, new StockLevel(now, 0)));
            log.publish(kind);
            shelves.stock(sku.value(), now);
        }
    }

    @QueryHandler
    StockPage handle(FindStockLevels query) {
        List<ListedStock> all = shelves.products().values().stream()
                .map(product -> new ListedStock(
                        WarehouseId.MAIN,
                        product.sku(),
                        product.name(),
                        !product.onSale(),
                        new StockLevel(shelves.available(product.sku()), 0)))
                .toList();
        List<ListedStock> found = all.stream()
                .filter(stock -> !query.lowOnly() || stock.low(query.lowBelow()))
                .filter(stock -> (stock.sku() + " " + stock.name())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(query.words().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        long low = all.stream().filter(stock -> stock.low(query.lowBelow())).count();
        List<ListedStock> page = found.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new StockPage(page, found.size(), low, query.page(), query.size(), 1_000);
    }

    @QueryHandler
    ProductPage handle(FindAllProducts query) {
        List<ProductView> found = shelves.products().values().stream()
                .filter(product -> product.name().contains(query.words()))
                .sorted(Comparator.comparing(ProductView::name))
                .toList();
        return new ProductPage(found, found.size(), query.page(), query.size(), 1_000);
    }

    @QueryHandler
    StockLedger handle(FindStockMovements query) {
        List<Movement> newest = new ArrayList<>(movements.getOrDefault(query.sku(), List.of()));
        Collections.reverse(newest);
        List<Movement> page = newest.stream()
                .filter(movement -> movement.sequence() < query.before())
                .limit(query.limit())
                .toList();
        return new StockLedger(query.warehouse(), query.sku(), new StockLevel(shelves.available(query.sku()), 0), page);
    }

    @QueryHandler
    StockComparison handle(CompareStock query) {
        StockLevel view = new StockLevel(shelves.available(query.sku()), 0);
        int sum = movements(query.sku().value()).stream()
                .mapToInt(Movement::quantity)
                .sum();
        return new StockComparison(query.warehouse(), query.sku(), 1, new StockLevel(sum, 0), view, 5, 5, true);
    }

    @QueryHandler
    ViewPositionList handle(FindViewPositions query) {
        return new ViewPositionList(List.of(new ViewPosition("stock", -1)));
    }
}
