package io.daybook.ui.api;

import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.desk.CustomerDirectory;
import io.daybook.ui.desk.CustomerRecords;
import io.daybook.ui.http.BadFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers, for staff. */
@RestController
@RequestMapping("/api/v1/staff/customers")
@Tag(name = "Staff: customers")
class StaffCustomerApi {

    private final CommandGateway commands;

    private final CustomerDirectory customers;

    StaffCustomerApi(CommandGateway commands, CustomerDirectory customers) {
        this.commands = commands;
        this.customers = customers;
    }

    record Registration(@Nullable String name) {}

    /** Where a customer belongs from now on, and why. */
    record TierChange(@Nullable Tier tier, @Nullable String reason) {
        ChangeTier command(CustomerId customerId, Account account) {
            if (tier == null) {
                throw new BadFields("tier", "must be STANDARD or VIP");
            }
            return new ChangeTier(customerId, tier, reason == null ? "" : reason, account.email());
        }
    }

    @GetMapping
    @Operation(
            summary = "Find customers",
            description = "By the beginning of an e-mail address (with its @), of a word of the name, or of the id."
                    + " `page` counts from 0. Needs SUPPORT.")
    CustomerRecords find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        return customers.find(q, page, size);
    }

    @PostMapping("/{customerId}/tier")
    @Operation(
            summary = "Put a customer into a tier",
            description = "It holds for the customer's next orders. Needs SUPPORT.")
    @ApiResponse(responseCode = "202", description = "The decision is in the log")
    CompletableFuture<ResponseEntity<Void>> changeTier(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String customerId,
            @RequestBody TierChange change) {
        return commands.<@Nullable Object>send(change.command(new CustomerId(customerId), account))
                .thenApply(done -> ResponseEntity.accepted().build());
    }

    @PutMapping("/{customerId}")
    @Operation(
            summary = "Register a customer",
            description = "Who need not have an account here. Again, nothing happens. Needs SUPPORT.")
    CompletableFuture<ResponseEntity<Void>> register(
            @PathVariable String customerId, @RequestBody Registration registration) {
        String name = registration.name();
        return commands.<@Nullable Object>send(
                        new RegisterCustomer(new CustomerId(customerId), name == null ? "" : name))
                .thenApply(done -> ResponseEntity.noContent().build());
    }
}
