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
import io.daybook.ui.pages.Views;
import io.daybook.ui.stock.ShownStock;
import io.daybook.ui.stock.VisitorsStock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue as its view has it now, and stock as fresh as operators want it to be shown. */
final class AskedCatalogue implements Catalogue {

    private final Views views;
    private final VisitorsStock stock;
    private final Duration patience;

    AskedCatalogue(Views views, VisitorsStock stock, Duration patience) {
        this.views = views;
        this.stock = stock;
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
        ShownStock shown = stock.of(skus, patience);
        return products.stream()
                .map(product -> Product.of(
                        product, new StockHint(shown.level(product.sku()).available(), shown.updating())))
                .toList();
    }
}
