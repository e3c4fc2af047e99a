package io.daybook.ui.api;

import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockQuery.CompareStock;
import io.daybook.api.inventory.StockQuery.FindStockMovements;
import io.daybook.api.inventory.StockQuery.Movement;
import io.daybook.api.inventory.StockQuery.StockComparison;
import io.daybook.api.inventory.StockQuery.StockLedger;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.placement.BadField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock and its movements, for staff. */
@RestController
@RequestMapping("/api/v1/staff/stock/{sku}")
@Tag(name = "Staff: stock")
class StaffStockApi {

    private static final int MAX_MOVEMENTS = 500;

    private final QueryGateway queries;
    private final CommandGateway commands;

    StaffStockApi(QueryGateway queries, CommandGateway commands) {
        this.queries = queries;
        this.commands = commands;
    }

    /** A product's stock with its latest movements, newest first. */
    record Ledger(WarehouseId warehouse, Sku sku, ProductApi.Stock stock, List<Movement> movements) {
        static Ledger of(StockLedger ledger) {
            return new Ledger(
                    ledger.warehouse(), ledger.sku(), ProductApi.Stock.of(ledger.level()), ledger.movements());
        }
    }

    @GetMapping
    @Operation(
            summary = "Get a product's stock and movements",
            description = "Read from the log itself, so never behind. Page back with `before`: the last sequence seen.")
    CompletableFuture<Ledger> get(
            @PathVariable String sku,
            @RequestParam(defaultValue = "MAIN") String warehouse,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_MOVEMENTS) {
            throw new BadFields("limit", "must be between 1 and " + MAX_MOVEMENTS);
        }
        FindStockMovements query = new FindStockMovements(new WarehouseId(warehouse), new Sku(sku), before, limit);
        return queries.query(query, StockLedger.class).thenApply(Ledger::of);
    }

    /** A correction of the books, or a delivery. */
    record Adjustment(
            @Nullable Integer quantity,
            @Nullable String reason,
            @Nullable String movementId,
            @Nullable String warehouse) {

        AdjustStock command(Sku sku, Account account) {
            return new AdjustStock(where(), sku, movement(), units(), reason == null ? "" : reason, account.customer());
        }

        ReceiveStock receipt(Sku sku, Account account) {
            return new ReceiveStock(
                    where(), sku, movement(), units(), reason == null ? "" : reason, account.customer());
        }

        private WarehouseId where() {
            return warehouse == null ? WarehouseId.MAIN : new WarehouseId(warehouse);
        }

        private int units() {
            return Objects.requireNonNull(quantity);
        }

        /** The first that is asked for; all that is missing is named at once. */
        private MovementId movement() {
            List<BadField> errors = new ArrayList<>();
            if (quantity == null) {
                errors.add(new BadField("quantity", "must be given: units to add, negative to take"));
            }
            if (movementId == null) {
                errors.add(new BadField("movementId", "must be given, so that sending twice moves once"));
            }
            if (!errors.isEmpty()) {
                throw new BadFields(errors);
            }
            return new MovementId(Objects.requireNonNull(movementId));
        }
    }

    @PostMapping("/adjustments")
    @Operation(
            summary = "Correct a product's stock",
            description = "Units are added, or taken when negative; never so many that promised ones would be missing"
                    + " (409). Needs WAREHOUSE.")
    CompletableFuture<ResponseEntity<Void>> adjust(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String sku,
            @RequestBody Adjustment adjustment) {
        return commands.<@Nullable Object>send(adjustment.command(new Sku(sku), account))
                .thenApply(done -> ResponseEntity.noContent().build());
    }

    @PostMapping("/receipts")
    @Operation(
            summary = "Receive units of a product",
            description = "The same movementId again books nothing. 404 for a product that nobody has listed. Needs"
                    + " WAREHOUSE.")
    CompletableFuture<ResponseEntity<Void>> receive(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String sku,
            @RequestBody Adjustment receipt) {
        ReceiveStock command = receipt.receipt(new Sku(sku), account);
        return queries.query(new FindProductsBySku(Set.of(command.sku())), ProductList.class)
                .thenCompose(found -> found.products().isEmpty()
                        ? CompletableFuture.failedFuture(new NotThere("product " + command.sku()))
                        : commands.<@Nullable Object>send(command))
                .thenApply(done -> ResponseEntity.noContent().build());
    }

    /** @param still whether nothing moved while it was compared: only then a difference means that something is wrong */
    record Comparison(
            WarehouseId warehouse,
            Sku sku,
            boolean equal,
            boolean still,
            ProductApi.Stock log,
            ProductApi.Stock view,
            long movements,
            long position,
            long head) {}

    @GetMapping("/comparison")
    @Operation(
            summary = "Compare log and view of a product",
            description = "Counts all its movements in the log together and compares the sum with the view.")
    CompletableFuture<Comparison> compare(
            @PathVariable String sku, @RequestParam(defaultValue = "MAIN") String warehouse) {
        return queries.query(new CompareStock(new WarehouseId(warehouse), new Sku(sku)), StockComparison.class)
                .thenApply(compared -> new Comparison(
                        compared.warehouse(),
                        compared.sku(),
                        compared.equal(),
                        compared.still(),
                        ProductApi.Stock.of(compared.log()),
                        ProductApi.Stock.of(compared.view()),
                        compared.movements(),
                        compared.position(),
                        compared.head()));
    }
}
