package io.daybook.api.order;

import io.daybook.api.Require;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.payment.PaymentMethod;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What can be asked of an order. */
public sealed interface OrderCommand {

    /** Lines in one order at most. */
    int MAX_LINES = 1_000;

    OrderId orderId();

    /**
     * Places an order. Sent twice with the same content it happens once; with other content under the same id it is
     * refused as a conflict. The answer is a {@code Boolean}: whether the order has been placed by this command, and not before.
     *
     * @param customerId  whose order it is; null for a guest's, placed by staff
     * @param tier        the customer's tier at this moment, as the server knows it
     * @param lines       1 to {@value #MAX_LINES}, all in one currency; a product may stand in several
     * @param placedBy    who placed it: the customer, or a member of staff on a customer's behalf
     */
    record PlaceOrder(
            @TargetAggregateIdentifier @RoutingKey OrderId orderId,
            @Nullable CustomerId customerId,
            Tier tier,
            WarehouseId warehouse,
            List<OrderLine> lines,
            PaymentMethod payment,
            Address shippingAddress,
            String placedBy)
            implements OrderCommand {
        public PlaceOrder {
            Require.that(!lines.isEmpty(), "lines", "must not be empty");
            Require.between("number of lines", lines.size(), 1, MAX_LINES);
            lines = List.copyOf(lines);
            for (OrderLine line : lines) {
                Require.that(
                        line.unitPrice().isSameCurrency(lines.get(0).unitPrice()),
                        "lines",
                        "must all be in one currency");
            }
        }

        /** The sum over all lines. */
        public Money total() {
            return Money.total(lines.stream().map(OrderLine::total).toList());
        }
    }

    /** Everything an order needs is held: it stands. */
    record ConfirmOrder(
            @TargetAggregateIdentifier @RoutingKey OrderId orderId) implements OrderCommand {}

    /** The order cannot be had, and all that was done for it is undone. */
    record RejectOrder(
            @TargetAggregateIdentifier @RoutingKey OrderId orderId, String reason) implements OrderCommand {}

    /** Asks to take an order back; refused from dispatch on. */
    record CancelOrder(
            @TargetAggregateIdentifier @RoutingKey OrderId orderId, String reason, String by) implements OrderCommand {
        public CancelOrder {
            reason = Require.text("reason", reason, 500);
        }
    }

    /** All that was done for an order that is being cancelled is undone. */
    record CompleteCancellation(
            @TargetAggregateIdentifier @RoutingKey OrderId orderId) implements OrderCommand {}

    /** The order leaves the warehouse. */
    record DispatchOrder(
            @TargetAggregateIdentifier @RoutingKey OrderId orderId, String by) implements OrderCommand {}

    /** A step of the order's fulfilment was not answered within its deadline. */
    record TimeOutStep(
            @TargetAggregateIdentifier @RoutingKey OrderId orderId, Step step) implements OrderCommand {}

    /** The order's fulfilment cannot go on by itself. */
    record MarkStuck(@TargetAggregateIdentifier @RoutingKey OrderId orderId, Step step, String cause)
            implements OrderCommand {}

    /**
     * A person has done by hand what the stuck step waits for: money is given back, or goods are off the books. Refused where
     * money or stock would be wrong and nobody would see it.
     */
    record SkipStep(@TargetAggregateIdentifier @RoutingKey OrderId orderId, Step step, String reason, String by)
            implements OrderCommand {
        public SkipStep {
            Require.that(step != null, "step", "must name a step");
            reason = Require.text("reason", reason, 500);
        }
    }

    /** A person asks to try the stuck step again. */
    record RetryFulfilment(
            @TargetAggregateIdentifier @RoutingKey OrderId orderId, String reason, String by) implements OrderCommand {
        public RetryFulfilment {
            reason = Require.text("reason", reason, 500);
        }
    }
}
