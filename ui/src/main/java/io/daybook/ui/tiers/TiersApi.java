package io.daybook.ui.tiers;

import io.daybook.api.customer.CustomerCommand.ReturnTier;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ChangeTierThreshold;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.http.BadFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tier policy, for staff's programs. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff: customers")
class TiersApi {

    private final VipThreshold threshold;
    private final Decisions decisions;
    private final CommandGateway commands;

    TiersApi(VipThreshold threshold, Decisions decisions, CommandGateway commands) {
        this.threshold = threshold;
        this.decisions = decisions;
        this.commands = commands;
    }

    /** From which spend on customers are VIPs. */
    record Policy(Money vipFrom) {}

    record Change(@Nullable Money vipFrom, @Nullable String reason) {}

    @GetMapping("/operations/tiers")
    @Operation(summary = "From which spend on customers are VIPs", description = "Needs OPERATOR.")
    Policy policy() {
        return new Policy(threshold.now());
    }

    @PutMapping("/operations/tiers")
    @Operation(summary = "Change from which spend on customers are VIPs", description = """
                    All customers are judged by it within seconds, except those whose tier staff have decided. Needs \
                    OPERATOR and a reason.""")
    CompletableFuture<ResponseEntity<Void>> change(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @RequestBody Change change) {
        if (change.vipFrom() == null) {
            throw new BadFields("vipFrom", "must be given");
        }
        String reason = change.reason() == null ? "" : change.reason();
        return decisions.decide(
                List.of(new ChangeTierThreshold(ControlsId.ALL, change.vipFrom(), reason, account.email())));
    }

    @DeleteMapping("/customers/{customerId}/tier")
    @Operation(
            summary = "Leave a customer's tier to the policy again",
            description = "It follows from what the customer has spent, within seconds. Needs SUPPORT and a reason.")
    CompletableFuture<ResponseEntity<Void>> leaveToThePolicy(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String customerId,
            @RequestParam(defaultValue = "") String reason) {
        return commands.<@Nullable Object>send(new ReturnTier(new CustomerId(customerId), reason, account.email()))
                .thenApply(done -> ResponseEntity.noContent().build());
    }
}
