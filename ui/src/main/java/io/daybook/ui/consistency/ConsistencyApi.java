package io.daybook.ui.consistency;

import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ChangeStockConsistency;
import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.http.BadFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How fresh stock is shown, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations/stock-consistency")
@Tag(name = "Staff: operations")
class ConsistencyApi {

    private final StockProbe probe;
    private final DecidedControls controls;
    private final Decisions decisions;

    ConsistencyApi(StockProbe probe, DecidedControls controls, Decisions decisions) {
        this.probe = probe;
        this.controls = controls;
        this.decisions = decisions;
    }

    /** What holds, and what each choice costs. */
    record Holding(StockConsistency consistency, Measurements measurements) {}

    record Change(
            @Nullable StockConsistency consistency,
            @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "Get how fresh stock is shown, with what each choice costs",
            description = "Reads the stock of one product in each way, unless that was done within the last second."
                    + " Needs OPERATOR.")
    Holding get(
            @Parameter(description = "Code of the product to read from now on; the first in the shop unless given")
                    @RequestParam(required = false)
                    @Nullable String sku) {
        if (sku != null) {
            probe.watch(new Sku(sku));
        }
        return new Holding(controls.now().stockConsistency(), probe.fresh());
    }

    @PutMapping
    @Operation(
            summary = "Change how fresh stock is shown",
            description = "The shop follows within a second. Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> change(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @RequestBody Change change) {
        if (change.consistency() == null) {
            throw new BadFields("consistency", "must be EVENTUAL, READ_YOUR_WRITES or STRONG");
        }
        String reason = change.reason() == null ? "" : change.reason();
        return decisions.decide(
                List.of(new ChangeStockConsistency(ControlsId.ALL, change.consistency(), reason, account.email())));
    }
}
