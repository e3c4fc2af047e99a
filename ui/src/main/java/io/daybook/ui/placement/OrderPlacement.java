package io.daybook.ui.placement;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.placement.DraftLines.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Places orders: turns what a customer or a member of staff sent into the command, with name, price and tier looked up
 * here. The futures fail with {@link InvalidOrder}, {@link KeyUsedForAnotherOrder}, {@link OrderingAway}, {@link OrderingBusy} or whatever kept the command from
 * being handled; {@link java.util.concurrent.TimeoutException} means that nobody knows yet, and the same key finds out.
 */
public final class OrderPlacement {

    private final CommandGateway commands;
    private final Products products;
    private final Customers customers;
    private final EarlierOrders earlier;
    private final Admission admission;
    private final PlacementSettings settings;

    OrderPlacement(
            CommandGateway commands,
            Products products,
            Customers customers,
            EarlierOrders earlier,
            Admission admission,
            PlacementSettings settings) {
        this.commands = commands;
        this.products = products;
        this.customers = customers;
        this.earlier = earlier;
        this.admission = admission;
        this.settings = settings;
    }

    /** The id that an order of this account under this key has or will have: to watch it before it is placed. */
    public static OrderId orderId(Account placedBy, String idempotencyKey) {
        return OrderId.of(placedBy.customer(), idempotencyKey);
    }

    /** The same for an order on a customer's behalf; staff keys are apart from the keys of their own purchases. */
    public static OrderId agreedOrderId(Account placedBy, String idempotencyKey) {
        return OrderId.of("staff " + placedBy.customer(), idempotencyKey);
    }

    /**
     * Places an order at today's prices. A product may stand in several lines; they stay as they were sent.
     *
     * @param card           number of a {@link TestCard}; goes no further than here
     * @param idempotencyKey the sender's name for this order, 1 to 200 characters: sent twice, it is one order
     */
    public CompletableFuture<PlacedOrder> place(
            Account placedBy, List<RequestedLine> lines, String card, Address shippingAddress, String idempotencyKey) {
        CustomerId customer = placedBy.customerId();
        return attempt(() -> {
            OrderDraft draft = OrderDraft.check(
                    orderId(placedBy, idempotencyKey),
                    customer,
                    lines.stream()
                            .map(line -> new Asked(line.sku(), line.quantity(), null))
                            .toList(),
                    card,
                    shippingAddress,
                    placedBy.customer(),
                    idempotencyKey);
            // One who was registered a moment ago is not in the view yet, and new customers are standard ones.
            return place(
                    draft,
                    customers
                            .find(customer)
                            .thenApply(found -> found.map(CustomerView::tier).orElse(Tier.STANDARD)));
        });
    }

    /** Places an order on a customer's behalf, or a guest's when {@code customer} is null, at prices agreed with them. */
    public CompletableFuture<PlacedOrder> placeAgreed(
            Account placedBy,
            @Nullable CustomerId customer,
            List<AgreedLine> lines,
            String card,
            Address shippingAddress,
            String idempotencyKey) {
        return attempt(() -> {
            OrderDraft draft = OrderDraft.check(
                    agreedOrderId(placedBy, idempotencyKey),
                    customer,
                    lines.stream()
                            .map(line -> new Asked(line.sku(), line.quantity(), line.unitPrice()))
                            .toList(),
                    card,
                    shippingAddress,
                    placedBy.customer(),
                    idempotencyKey);
            return place(
                    draft,
                    customer == null
                            ? CompletableFuture.completedFuture(Tier.STANDARD)
                            : customers.findPatiently(customer).thenApply(OrderPlacement::tierOfKnown));
        });
    }

    private static Tier tierOfKnown(Optional<CustomerView> customer) {
        return customer.map(CustomerView::tier)
                .orElseThrow(() -> new InvalidOrder(List.of(new BadField("customerId", "is not a known customer"))));
    }

    /** Whether it is taken is decided first, so that an order that is not costs little. */
    private CompletableFuture<PlacedOrder> place(OrderDraft draft, CompletableFuture<Tier> tier) {
        return tier.thenApply(found -> admitted(draft, found))
                .thenCompose(
                        found -> products.find(draft.lines().skus()).thenApply(known -> draft.command(known, found)))
                .orTimeout(settings.lookUpWithin().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(OrderPlacement::notLookedUp)
                .thenCompose(command -> commands.<@Nullable Object>send(message(command))
                        .orTimeout(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS)
                        .thenApply(first -> PlacedOrder.of(command, Boolean.TRUE.equals(first))))
                .exceptionallyCompose(failure -> again(draft, failure));
    }

    private Tier admitted(OrderDraft draft, Tier tier) {
        admission.admit(draft.orderId(), tier);
        return tier;
    }

    /** The tier that an order of this customer has when it is placed now; empty when nobody knows the customer. */
    public CompletableFuture<Optional<Tier>> tierOf(CustomerId customer) {
        return customers.find(customer).thenApply(found -> found.map(CustomerView::tier));
    }

    /**
     * Decides whether an order is taken, before it is read. One that is will not be asked about again when it is placed.
     *
     * @throws OrderingBusy when it is not to be taken now
     */
    public void admit(OrderId order, Tier tier) {
        admission.admit(order, tier);
    }

    /** How much longer an order of the tier that is taken now will take than when none waits, as far as can be told. */
    public Duration expectedWait(Tier tier) {
        return admission.expectedWait(tier);
    }

    /** The share of new orders of the tier that is taken; the others are told when to try again. 0 to 1. */
    public double shareTaken(Tier tier) {
        return admission.shareTaken(tier);
    }

    /** Its tier can be seen without looking into it, so that it can go first where commands wait. */
    private static CommandMessage<PlaceOrder> message(PlaceOrder command) {
        return command.tier() == Tier.VIP
                ? new GenericCommandMessage<>(command, MetaData.with(Tier.METADATA, Tier.VIP.name()))
                : new GenericCommandMessage<>(command, MetaData.emptyInstance());
    }

    /** Nothing was sent then, so that it is no question what became of it. */
    private static CompletableFuture<PlaceOrder> notLookedUp(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return CompletableFuture.failedFuture(
                cause instanceof TimeoutException || cause instanceof QueryExecutionException
                        ? new OrderingAway(cause)
                        : cause);
    }

    /**
     * A product may have been withdrawn or repriced since the order was first sent, so before it is refused it is looked up: an
     * order that was accepted is accepted.
     */
    private CompletableFuture<PlacedOrder> again(OrderDraft draft, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (Outage.is(cause)) {
            return CompletableFuture.failedFuture(new OrderingAway(cause));
        }
        boolean conflict = CommandRefused.in(cause)
                .filter(refusal -> refusal.code() == Refusal.Code.CONFLICT)
                .isPresent();
        if (!conflict && !(cause instanceof InvalidOrder)) {
            return CompletableFuture.failedFuture(cause);
        }
        return earlier.find(draft).thenApply(order -> {
            if (order.isPresent()) {
                return order.get();
            }
            throw conflict ? new KeyUsedForAnotherOrder() : (RuntimeException) cause;
        });
    }

    private static CompletableFuture<PlacedOrder> attempt(Supplier<CompletableFuture<PlacedOrder>> placing) {
        try {
            return placing.get();
        } catch (InvalidOrder invalid) {
            return CompletableFuture.failedFuture(invalid);
        }
    }
}
