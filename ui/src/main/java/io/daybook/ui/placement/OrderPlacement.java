package io.daybook.ui.placement;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Places orders: turns what a customer or a member of staff sent into the command, with name, price and tier looked up
 * here. The futures fail with {@link InvalidOrder}, {@link KeyUsedForAnotherOrder} or whatever kept the command from
 * being handled.
 */
public final class OrderPlacement {

    OrderPlacement() {}

    /** The id that an order of this account under this key has or will have: to watch it before it is placed. */
    public OrderId orderId(Account placedBy, String idempotencyKey) {
        return OrderId.of(placedBy.customer(), idempotencyKey);
    }

    /**
     * Places an order at today's prices. Lines that repeat a product are added up.
     *
     * @param card           number of a {@link TestCard}; goes no further than here
     * @param idempotencyKey the sender's name for this order, 1 to 200 characters: sent twice, it is one order
     */
    public CompletableFuture<PlacedOrder> place(
            Account placedBy, List<RequestedLine> lines, String card, Address shippingAddress, String idempotencyKey) {
        throw new UnsupportedOperationException("being written");
    }

    /** Places an order on a customer's behalf, or a guest's when {@code customer} is null, at prices agreed with them. */
    public CompletableFuture<PlacedOrder> placeAgreed(
            Account placedBy,
            @Nullable CustomerId customer,
            List<AgreedLine> lines,
            String card,
            Address shippingAddress,
            String idempotencyKey) {
        throw new UnsupportedOperationException("being written");
    }
}
