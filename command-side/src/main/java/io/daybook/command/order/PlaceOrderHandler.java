package io.daybook.command.order;

import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;

/** Opens an order for the command that places it; what that means is the order's business. */
final class PlaceOrderHandler {

    private final Aggregates<Order> orders;

    PlaceOrderHandler(Aggregates<Order> orders) {
        this.orders = orders;
    }

    @CommandHandler
    void handle(PlaceOrder command) throws Exception {
        orders.openOrFind(command.orderId(), () -> new Order(command.orderId()))
                .execute(order -> order.handle(command));
    }
}
