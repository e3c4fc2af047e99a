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
    boolean handle(PlaceOrder command) throws Exception {
        return orders.openOrFind(command.orderId(), () -> new Order(command.orderId()))
                .invoke(order -> order.place(command));
    }
}
