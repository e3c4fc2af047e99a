package io.daybook.ui.api;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockQuery.FindStockLevels;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.StockQuery.StockPage;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.exports.Exports;
import io.daybook.ui.inventory.InventorySettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The levels of all stock, for staff. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff: stock")
class StaffStockListApi {

    private final QueryGateway queries;
    private final Exports exports;
    private final InventorySettings settings;

    StaffStockListApi(QueryGateway queries, Exports exports, InventorySettings settings) {
        this.queries = queries;
        this.exports = exports;
        this.settings = settings;
    }

    /** @param low whether it should be ordered again */
    record Level(Sku sku, String name, boolean retired, ProductApi.Stock stock, boolean low) {
        static Level of(ListedStock listed, int lowBelow) {
            return new Level(
                    listed.sku(),
                    listed.name(),
                    listed.retired(),
                    ProductApi.Stock.of(listed.level()),
                    listed.low(lowBelow));
        }
    }

    /** @param low how many products are low, whatever was searched for */
    record Page(
            WarehouseId warehouse,
            List<Level> stock,
            long total,
            long low,
            int lowBelow,
            int page,
            int size,
            long position) {}

    @GetMapping("/stock")
    @Operation(
            summary = "List stock levels",
            description = "By code; with `low=true` only products on sale of which fewer than `lowBelow` units are"
                    + " available, the scarcest first. Products that were never stocked are listed too.")
    CompletableFuture<Page> list(
            @Parameter(description = "Words that code and name must all contain") @RequestParam(defaultValue = "")
                    String q,
            @RequestParam(defaultValue = "false") boolean low,
            @Parameter(description = "As the shop's settings say, unless given")
                    @RequestParam(required = false)
                    @Nullable Integer lowBelow,
            @RequestParam(defaultValue = "MAIN") String warehouse,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        int below = lowBelow == null ? settings.lowStock() : lowBelow;
        WarehouseId where = new WarehouseId(warehouse);
        return queries.query(new FindStockLevels(where, q, below, low, page, size), StockPage.class)
                .thenApply(found -> new Page(
                        where,
                        found.stock().stream()
                                .map(listed -> Level.of(listed, below))
                                .toList(),
                        found.total(),
                        found.low(),
                        below,
                        found.page(),
                        found.size(),
                        found.position()));
    }

    @GetMapping("/stock.csv")
    @Operation(
            summary = "Download what is on hand",
            description = "As a CSV file of deliveries, which can be imported into another shop.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> file(@RequestParam(defaultValue = "MAIN") String warehouse) {
        return exports.stock(new WarehouseId(warehouse));
    }
}
