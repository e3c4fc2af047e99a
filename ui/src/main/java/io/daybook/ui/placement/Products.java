package io.daybook.ui.placement;

import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryGateway;

/** Products by code, remembered for a moment: under load the same few are ordered again and again. */
final class Products {

    private final AsyncLoadingCache<Sku, ProductView> remembered;

    Products(QueryGateway queries, PlacementSettings settings) {
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.products())
                .expireAfterWrite(settings.remember())
                .buildAsync(AsyncCacheLoader.bulk((skus, executor) -> load(queries, skus)));
    }

    private static CompletableFuture<Map<Sku, ProductView>> load(QueryGateway queries, Set<? extends Sku> skus) {
        return queries.query(new FindProductsBySku(Set.copyOf(skus)), ProductList.class)
                .thenApply(list ->
                        list.products().stream().collect(Collectors.toMap(ProductView::sku, Function.identity())));
    }

    /** The products with these codes; unknown ones are left out, and asked for anew the next time. */
    CompletableFuture<Map<Sku, ProductView>> find(Set<Sku> skus) {
        return remembered.getAll(skus);
    }
}
