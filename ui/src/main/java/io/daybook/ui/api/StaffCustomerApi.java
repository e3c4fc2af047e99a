package io.daybook.ui.api;

import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Customers, for staff. */
@RestController
@RequestMapping("/api/v1/staff/customers")
@Tag(name = "Staff: customers")
class StaffCustomerApi {

    private final CommandGateway commands;

    StaffCustomerApi(CommandGateway commands) {
        this.commands = commands;
    }

    record Registration(@Nullable String name) {}

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
