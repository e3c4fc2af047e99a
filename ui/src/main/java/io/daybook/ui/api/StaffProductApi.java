package io.daybook.ui.api;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.CatalogCommand.RepriceProduct;
import io.daybook.api.catalog.CatalogCommand.RetireProduct;
import io.daybook.api.catalog.CatalogCommand.ReviseProduct;
import io.daybook.api.catalog.CatalogQuery.FindAllProducts;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.exports.Exports;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.pictures.PictureLibrary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The catalogue, for staff. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff: products")
class StaffProductApi {

    private final QueryGateway queries;
    private final CommandGateway commands;
    private final PictureLibrary pictures;
    private final Exports exports;

    StaffProductApi(QueryGateway queries, CommandGateway commands, PictureLibrary pictures, Exports exports) {
        this.queries = queries;
        this.commands = commands;
        this.pictures = pictures;
        this.exports = exports;
    }

    @GetMapping("/products")
    @Operation(summary = "Find products, also retired ones")
    CompletableFuture<ProductPage> find(
            @Parameter(description = "Words that name, description, category or code must all contain")
                    @RequestParam(defaultValue = "")
                    String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "true") boolean retired,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return queries.query(
                retired ? new FindAllProducts(q, category, page, size) : new FindProducts(q, category, page, size),
                ProductPage.class);
    }

    @GetMapping("/products.csv")
    @Operation(summary = "Download all products on sale", description = "As a CSV file that can be imported again.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> file() {
        return exports.products();
    }

    /** A product as it is to be. */
    record Wanted(
            @Nullable String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable Money price,
            @Nullable String picture) {

        ListProduct command(Sku sku) {
            if (price == null) {
                throw new BadFields("price", "must be given");
            }
            return new ListProduct(sku, text(name), text(description), text(category), price, text(picture));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @PutMapping("/products/{sku}")
    @Operation(
            summary = "List or change a product",
            description = "Lists it when it is new; otherwise revises and reprices it where that changes anything. A"
                    + " retired one cannot be changed (409). Needs WAREHOUSE.")
    @ApiResponse(responseCode = "204", description = "It is so now")
    CompletableFuture<ResponseEntity<Void>> put(@PathVariable String sku, @RequestBody Wanted wanted) {
        ListProduct product = wanted.command(new Sku(sku));
        if (!pictures.knows(product.picture())) {
            throw new BadFields("picture", "is not known: neither an icon nor a picture that was sent");
        }
        return commands.<@Nullable Object>send(product)
                .exceptionallyCompose(failure -> CommandRefused.in(failure)
                                .filter(refusal -> refusal.code() == Refusal.Code.CONFLICT)
                                .isPresent()
                        ? change(product)
                        : CompletableFuture.failedFuture(failure))
                .thenApply(done -> ResponseEntity.noContent().build());
    }

    private CompletableFuture<@Nullable Object> change(ListProduct product) {
        return commands.<@Nullable Object>send(new ReviseProduct(
                        product.sku(), product.name(), product.description(), product.category(), product.picture()))
                .thenCompose(revised -> commands.send(new RepriceProduct(product.sku(), product.price())));
    }

    /** @param reason for people */
    record Retirement(@Nullable String reason) {}

    @PostMapping("/products/{sku}/retirement")
    @Operation(
            summary = "Retire a product",
            description = "It is not sold any more, for good. Again, nothing happens. Needs WAREHOUSE.")
    @ApiResponse(responseCode = "204", description = "It is retired")
    CompletableFuture<ResponseEntity<Void>> retire(@PathVariable String sku, @RequestBody Retirement retirement) {
        String reason = retirement.reason();
        return commands.<@Nullable Object>send(new RetireProduct(new Sku(sku), reason == null ? "" : reason))
                .thenApply(done -> ResponseEntity.noContent().build());
    }
}
