package io.daybook.ui.shop;

import io.daybook.api.catalog.CatalogQuery.CategoryList;
import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindCategories;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.pages.Views;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products together with their stock, asked of the two views that know them. */
public final class Catalogue {

    /** Products at a time, with the number of all that match. */
    public record Shelf(List<Product> products, long total, int pages) {}

    private final Views views;

    Catalogue(Views views) {
        this.views = views;
    }

    Shelf find(FindProducts query) {
        ProductPage page = views.ask(query, ProductPage.class);
        return new Shelf(withStock(page.products()), page.total(), page.pages());
    }

    List<CategoryView> categories() {
        return views.ask(new FindCategories(), CategoryList.class).categories();
    }

    Optional<Product> find(Sku sku) {
        return Optional.ofNullable(find(Set.of(sku)).get(sku));
    }

    /** The products with these codes, by code; unknown ones are left out. */
    public Map<Sku, Product> find(Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        ProductList known = views.ask(new FindProductsBySku(Set.copyOf(skus)), ProductList.class);
        return withStock(known.products()).stream()
                .collect(Collectors.toMap(product -> new Sku(product.sku()), Function.identity()));
    }

    private List<Product> withStock(List<ProductView> products) {
        if (products.isEmpty()) {
            return List.of();
        }
        Set<Sku> skus = products.stream().map(ProductView::sku).collect(Collectors.toSet());
        Map<Sku, StockView> stock = views.ask(new FindStock(WarehouseId.MAIN, skus), StockList.class).stock().stream()
                .collect(Collectors.toMap(StockView::sku, Function.identity()));
        return products.stream()
                .map(product -> Product.of(product, stock.get(product.sku())))
                .toList();
    }
}
