package io.daybook.ui.api;

import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.stock.OwnWrites;
import io.daybook.ui.stock.ShownStock;
import io.daybook.ui.stock.StockReads;
import io.daybook.ui.stock.VisitorsStock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryGateway;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    private static final String CONSISTENCY = "How fresh stock shall be; as operators have decided when left out";
    private static final String AT_LEAST = "With READ_YOUR_WRITES: a position that stock shall reflect, from an earlier"
            + " answer; when left out, all that happened before, if you sign in";

    private final QueryGateway queries;
    private final StockReads stock;
    private final VisitorsStock visitors;
    private final LogPosition log;

    ProductApi(QueryGateway queries, StockReads stock, VisitorsStock visitors, LogPosition log) {
        this.queries = queries;
        this.stock = stock;
        this.visitors = visitors;
        this.log = log;
    }

    /**
     * A product in a list.
     *
     * @param available units that can be ordered, as fresh as {@link Freshness} says
     */
    record Listed(
            Sku sku, String name, String description, String category, Money price, String picture, int available) {}

    /** @param position what the catalogue reflects */
    record Page(List<Listed> products, long total, int page, int size, long position, Freshness freshness) {}

    /**
     * What the stock in an answer is worth.
     *
     * @param consistency how fresh it was to be
     * @param position    what it reflects; null when the stock itself was asked
     * @param updating    whether it is not as fresh as it was to be
     */
    record Freshness(StockConsistency consistency, @Nullable Long position, boolean updating) {
        static Freshness of(ShownStock stock) {
            return new Freshness(stock.consistency(), stock.position(), stock.updating());
        }
    }

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
            Freshness freshness,
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
            @RequestParam(defaultValue = "20") int size,
            @Parameter(description = CONSISTENCY) @RequestParam(required = false) @Nullable StockConsistency consistency,
            @Parameter(description = AT_LEAST) @RequestParam(required = false) @Nullable Long atLeast,
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Account account,
            HttpServletRequest request) {
        Function<Set<Sku>, CompletableFuture<ShownStock>> stock = stock(consistency, atLeast, account, request);
        return queries.query(new FindProducts(q, category, page, size), ProductPage.class)
                .thenCompose(found -> stock.apply(
                                found.products().stream().map(ProductView::sku).collect(Collectors.toSet()))
                        .thenApply(shown -> page(found, shown)));
    }

    private static Page page(ProductPage found, ShownStock stock) {
        List<Listed> products = found.products().stream()
                .map(product -> new Listed(
                        product.sku(),
                        product.name(),
                        product.description(),
                        product.category(),
                        product.price(),
                        product.picture(),
                        stock.level(product.sku()).available()))
                .toList();
        return new Page(products, found.total(), found.page(), found.size(), found.position(), Freshness.of(stock));
    }

    @GetMapping("/{sku}")
    @Operation(summary = "Get one product with its stock")
    CompletableFuture<Single> get(
            @PathVariable String sku,
            @Parameter(description = CONSISTENCY) @RequestParam(required = false) @Nullable StockConsistency consistency,
            @Parameter(description = AT_LEAST) @RequestParam(required = false) @Nullable Long atLeast,
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Account account,
            HttpServletRequest request) {
        Sku wanted = new Sku(sku);
        Function<Set<Sku>, CompletableFuture<ShownStock>> stock = stock(consistency, atLeast, account, request);
        return queries.query(new FindProductsBySku(Set.of(wanted)), ProductList.class)
                .thenCompose(found -> {
                    ProductView product =
                            found.products().stream().findFirst().orElseThrow(() -> new NotThere("product " + wanted));
                    return stock.apply(Set.of(wanted)).thenApply(shown -> single(product, shown, found.position()));
                });
    }

    private static Single single(ProductView product, ShownStock stock, long position) {
        return new Single(
                product.sku(),
                product.name(),
                product.description(),
                product.category(),
                product.price(),
                product.picture(),
                product.onSale(),
                Stock.of(stock.level(product.sku())),
                Freshness.of(stock),
                position);
    }

    /** How this request reads stock. What it takes from the request it takes now, as its answer may be made elsewhere. */
    private Function<Set<Sku>, CompletableFuture<ShownStock>> stock(
            @Nullable StockConsistency asked,
            @Nullable Long atLeast,
            @Nullable Account account,
            HttpServletRequest request) {
        StockConsistency consistency = asked == null ? visitors.consistency() : asked;
        OwnWrites own =
                consistency == StockConsistency.READ_YOUR_WRITES ? own(atLeast, account, request) : OwnWrites.NONE;
        return skus -> stock.read(skus, consistency, () -> own);
    }

    /** A program has no session that remembers what it did: without a position from it, all that is in the log may be its own. */
    private OwnWrites own(@Nullable Long atLeast, @Nullable Account account, HttpServletRequest request) {
        if (atLeast != null) {
            return OwnWrites.upTo(atLeast);
        }
        OwnWrites own = visitors.own(request);
        return own.isNone() && account != null ? OwnWrites.upTo(log.head()) : own;
    }
}
