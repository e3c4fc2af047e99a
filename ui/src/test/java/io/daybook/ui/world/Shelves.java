package io.daybook.ui.world;

import io.daybook.api.catalog.CatalogQuery.CategoryList;
import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindCategories;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.CountStock;
import io.daybook.api.inventory.StockCount;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.joda.money.Money;

/** Products and their stock. */
public class Shelves {

    private final QueryUpdateEmitter updates;
    private final Map<Sku, ProductView> products = new ConcurrentSkipListMap<>();
    private volatile boolean away;
    private final Map<Sku, Integer> stock = new ConcurrentHashMap<>();
    private final Map<Sku, Integer> counted = new ConcurrentHashMap<>();
    private volatile boolean uncountable;
    private volatile long position = 1;

    Shelves(QueryUpdateEmitter updates) {
        this.updates = updates;
    }

    /** From now on none of the questions is answered, as when there is no way to the views, until this is called with false. */
    public void away(boolean gone) {
        away = gone;
    }

    private void answerUnlessAway() {
        if (away) {
            throw new NoHandlerForQueryException("there is no way to the views");
        }
    }

    public void clear() {
        away = false;
        products.clear();
        stock.clear();
        counted.clear();
        uncountable = false;
        position = 1;
    }

    public void list(String sku, String name, String category, String price, String picture, int available) {
        list(sku, name, "What to say about it: " + name + ".", category, price, picture, available);
    }

    public void list(
            String sku, String name, String about, String category, String price, String picture, int available) {
        ProductView product = new ProductView(
                new Sku(sku),
                name,
                about,
                category,
                Money.parse(price.contains(" ") ? price : "GBP " + price),
                picture,
                true);
        products.put(product.sku(), product);
        stock.put(product.sku(), available);
    }

    Map<Sku, ProductView> products() {
        return products;
    }

    public void retire(String sku) {
        products.computeIfPresent(
                new Sku(sku),
                (code, p) ->
                        new ProductView(code, p.name(), p.description(), p.category(), p.price(), p.picture(), false));
    }

    public void stock(String sku, int available) {
        Sku code = new Sku(sku);
        stock.put(code, available);
        updates.emit(FindStock.class, query -> query.skus().contains(code), view(code));
    }

    /** The stock itself has so many, whatever the view says; nobody is told. */
    public void counts(String sku, int available) {
        counted.put(new Sku(sku), available);
    }

    /** From now on the stock itself does not answer, until everything is cleared. */
    public void uncountable() {
        uncountable = true;
    }

    /** How far the view of stock has come. */
    public void reaches(long reached) {
        position = reached;
    }

    @CommandHandler
    StockCount handle(CountStock command) {
        if (uncountable) {
            throw new IllegalStateException("nobody is in the warehouse");
        }
        return new StockCount(command.skus().stream()
                .map(sku -> new StockView(
                        WarehouseId.MAIN, sku, new StockLevel(counted.getOrDefault(sku, available(sku)), 0)))
                .toList());
    }

    /** Takes from the stock if there is enough. */
    boolean take(Sku sku, int quantity) {
        int available = stock.getOrDefault(sku, 0);
        if (available < quantity) {
            return false;
        }
        stock(sku.value(), available - quantity);
        return true;
    }

    int available(Sku sku) {
        return stock.getOrDefault(sku, 0);
    }

    @QueryHandler
    ProductPage handle(FindProducts query) {
        answerUnlessAway();
        List<ProductView> found = products.values().stream()
                .filter(ProductView::onSale)
                .filter(product ->
                        query.category().isEmpty() || query.category().equals(product.category()))
                .filter(product -> matches(product, query.words()))
                .sorted(Comparator.comparing(ProductView::name))
                .toList();
        List<ProductView> page = found.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new ProductPage(page, found.size(), query.page(), query.size(), 1);
    }

    private static boolean matches(ProductView product, String words) {
        String text = (product.name() + " " + product.description() + " " + product.category() + " " + product.sku())
                .toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(text::contains);
    }

    @QueryHandler
    ProductList handle(FindProductsBySku query) {
        answerUnlessAway();
        return new ProductList(
                products.values().stream()
                        .filter(product -> query.skus().contains(product.sku()))
                        .toList(),
                1);
    }

    @QueryHandler
    CategoryList handle(FindCategories query) {
        answerUnlessAway();
        Map<String, Long> counts = products.values().stream()
                .filter(ProductView::onSale)
                .collect(Collectors.groupingBy(ProductView::category, TreeMap::new, Collectors.counting()));
        return new CategoryList(
                counts.entrySet().stream()
                        .map(category -> new CategoryView(category.getKey(), category.getValue()))
                        .toList(),
                1);
    }

    @QueryHandler
    StockList handle(FindStock query) {
        answerUnlessAway();
        return new StockList(
                query.skus().stream().filter(stock::containsKey).map(this::view).toList(), position);
    }

    private StockView view(Sku sku) {
        return new StockView(WarehouseId.MAIN, sku, new StockLevel(stock.getOrDefault(sku, 0), 0));
    }
}
