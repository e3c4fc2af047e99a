package io.daybook.ui.api;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockQuery.FindStockMovements;
import io.daybook.api.inventory.StockQuery.Movement;
import io.daybook.api.inventory.StockQuery.StockLedger;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.placement.BadField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
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

    /** A correction of the books. */
    record Adjustment(
            @Nullable Integer quantity,
            @Nullable String reason,
            @Nullable String movementId,
            @Nullable String warehouse) {

        AdjustStock command(Sku sku, Account account) {
            List<BadField> errors = new ArrayList<>();
            if (quantity == null) {
                errors.add(new BadField("quantity", "must be given: units to add, negative to take"));
            }
            if (movementId == null) {
                errors.add(new BadField("movementId", "must be given, so that sending twice moves once"));
            }
            if (quantity == null || movementId == null) {
                throw new BadFields(errors);
            }
            return new AdjustStock(
                    warehouse == null ? WarehouseId.MAIN : new WarehouseId(warehouse),
                    sku,
                    new MovementId(movementId),
                    quantity,
                    reason == null ? "" : reason,
                    account.customer());
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
}
