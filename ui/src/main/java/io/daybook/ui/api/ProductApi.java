package io.daybook.ui.api;

import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.http.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryGateway;
import org.joda.money.Money;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is for sale. */
@RestController
@RequestMapping("/api/v1/products")
@SecurityRequirements
@Tag(name = "Products", description = "What is for sale; open to everybody")
class ProductApi {

    private final QueryGateway queries;

    ProductApi(QueryGateway queries) {
        this.queries = queries;
    }

    /**
     * A product in a list.
     *
     * @param available units that can be ordered, as the view has it
     */
    record Listed(
            Sku sku, String name, String description, String category, Money price, String picture, int available) {}

    record Page(List<Listed> products, long total, int page, int size, long position) {}

    /** A product by itself, whether on sale or not. */
    record Single(
            Sku sku,
            String name,
            String description,
            String category,
            Money price,
            String picture,
            boolean onSale,
            Stock stock,
            long position) {}

    record Stock(int onHand, int reserved, int available) {
        static Stock of(StockLevel level) {
            return new Stock(level.onHand(), level.reserved(), level.available());
        }
    }

    @GetMapping
    @Operation(summary = "Find products")
    CompletableFuture<Page> find(
            @Parameter(description = "Words that name, description, category or code must all contain")
                    @RequestParam(defaultValue = "")
                    String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return queries.query(new FindProducts(q, category, page, size), ProductPage.class)
                .thenCompose(found -> stock(found.products()).thenApply(stock -> page(found, stock)));
    }

    private static Page page(ProductPage found, Map<Sku, StockLevel> stock) {
        List<Listed> products = found.products().stream()
                .map(product -> new Listed(
                        product.sku(),
                        product.name(),
                        product.description(),
                        product.category(),
                        product.price(),
                        product.picture(),
                        stock.getOrDefault(product.sku(), StockLevel.NONE).available()))
                .toList();
        return new Page(products, found.total(), found.page(), found.size(), found.position());
    }

    @GetMapping("/{sku}")
    @Operation(summary = "Get one product with its stock")
    CompletableFuture<Single> get(@PathVariable String sku) {
        Sku wanted = new Sku(sku);
        return queries.query(new FindProductsBySku(Set.of(wanted)), ProductList.class)
                .thenCompose(found -> {
                    ProductView product =
                            found.products().stream().findFirst().orElseThrow(() -> new NotThere("product " + wanted));
                    return stock(List.of(product)).thenApply(stock -> single(product, stock, found.position()));
                });
    }

    private static Single single(ProductView product, Map<Sku, StockLevel> stock, long position) {
        return new Single(
                product.sku(),
                product.name(),
                product.description(),
                product.category(),
                product.price(),
                product.picture(),
                product.onSale(),
                Stock.of(stock.getOrDefault(product.sku(), StockLevel.NONE)),
                position);
    }

    private CompletableFuture<Map<Sku, StockLevel>> stock(List<ProductView> products) {
        Set<Sku> skus = products.stream().map(ProductView::sku).collect(Collectors.toSet());
        if (skus.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return queries.query(new FindStock(WarehouseId.MAIN, skus), StockList.class)
                .thenApply(list -> list.stock().stream().collect(Collectors.toMap(StockView::sku, StockView::level)));
    }
}
