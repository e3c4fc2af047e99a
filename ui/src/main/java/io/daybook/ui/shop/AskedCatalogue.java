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
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue as the two views have it that know it now. */
final class AskedCatalogue implements Catalogue {

    private final Views views;
    private final Duration patience;

    AskedCatalogue(Views views, Duration patience) {
        this.views = views;
        this.patience = patience;
    }

    @Override
    public Shelf find(FindProducts query) {
        ProductPage page = views.ask(query, ProductPage.class, patience);
        return new Shelf(withStock(page.products()), page.total(), page.pages());
    }

    @Override
    public List<CategoryView> categories() {
        return views.ask(new FindCategories(), CategoryList.class, patience).categories();
    }

    @Override
    public Map<Sku, Product> find(Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        ProductList known = views.ask(new FindProductsBySku(Set.copyOf(skus)), ProductList.class, patience);
        return withStock(known.products()).stream()
                .collect(Collectors.toMap(product -> new Sku(product.sku()), Function.identity()));
    }

    private List<Product> withStock(List<ProductView> products) {
        if (products.isEmpty()) {
            return List.of();
        }
        Set<Sku> skus = products.stream().map(ProductView::sku).collect(Collectors.toSet());
        Map<Sku, StockView> stock =
                views.ask(new FindStock(WarehouseId.MAIN, skus), StockList.class, patience).stock().stream()
                        .collect(Collectors.toMap(StockView::sku, Function.identity()));
        return products.stream()
                .map(product -> Product.of(product, stock.get(product.sku())))
                .toList();
    }
}
