package io.daybook.command.customer;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.customer.CustomerCommand.ApplyTierPolicy;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerCommand.ReturnTier;
import io.daybook.api.customer.CustomerId;
import io.daybook.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/** Takes commands to the customer that the log knows under this number. */
final class CustomerCommandHandler {

    private final Aggregates<Customer> customers;

    CustomerCommandHandler(Aggregates<Customer> customers) {
        this.customers = customers;
    }

    @CommandHandler
    void handle(RegisterCustomer command) throws Exception {
        CustomerKey key = new CustomerKey(command.customerId());
        customers.findOrOpen(key, () -> new Customer(key)).execute(customer -> customer.handle(command));
    }

    @CommandHandler
    void handle(ChangeTier command) {
        known(command.customerId()).execute(customer -> customer.handle(command));
    }

    @CommandHandler
    void handle(ReturnTier command) {
        known(command.customerId()).execute(customer -> customer.handle(command));
    }

    @CommandHandler
    void handle(ApplyTierPolicy command) {
        known(command.customerId()).execute(customer -> customer.handle(command));
    }

    private Aggregate<Customer> known(CustomerId id) {
        return customers
                .find(new CustomerKey(id))
                .orElseThrow(() -> new CommandRefused(Refusal.Code.NOT_FOUND, "There is no customer %s".formatted(id)));
    }
}
