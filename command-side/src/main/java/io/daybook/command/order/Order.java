package io.daybook.command.order;

import static io.daybook.api.order.OrderState.CANCELLED;
import static io.daybook.api.order.OrderState.CANCELLING;
import static io.daybook.api.order.OrderState.CONFIRMED;
import static io.daybook.api.order.OrderState.DISPATCHED;
import static io.daybook.api.order.OrderState.PLACED;
import static io.daybook.api.order.OrderState.REJECTED;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.CompleteCancellation;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderCommand.DispatchOrder;
import io.daybook.api.order.OrderCommand.MarkStuck;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderCommand.RejectOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderCommand.SkipStep;
import io.daybook.api.order.OrderCommand.TimeOutStep;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderEvent.StepSkipped;
import io.daybook.api.order.OrderEvent.StepTimedOut;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** An order. Its rules stand as a table in this package's description. */
final class Order {

    @AggregateIdentifier
    private OrderId id;

    private OrderState state;
    private OrderPlaced placed;
    private @Nullable String tier;
    private @Nullable Step stuckAt;
    private @Nullable Step timedOut;
    private @Nullable Step skipped;

    /** For Axon, to be filled by events. */
    @SuppressWarnings("NullAway.Init")
    Order() {}

    /** An order that nobody has placed yet. */
    @SuppressWarnings("NullAway.Init")
    Order(OrderId id) {
        this.id = id;
    }

    /** @return whether it is placed by this; not, when it has been before */
    boolean place(PlaceOrder command) {
        boolean first = placed == null;
        if (first) {
            AggregateLifecycle.apply(
                    new OrderPlaced(
                            command.orderId(),
                            command.customerId(),
                            command.tier(),
                            command.warehouse(),
                            command.lines(),
                            command.total(),
                            command.payment(),
                            command.shippingAddress(),
                            command.placedBy()),
                    of(command.tier()));
        } else if (!OrderContent.of(placed).equals(OrderContent.of(command))) {
            throw new CommandRefused(
                    Refusal.Code.CONFLICT, "Order %s has been placed with other content".formatted(id));
        }
        return first;
    }

    @CommandHandler
    void handle(ConfirmOrder command) {
        switch (state) {
            case PLACED -> apply(new OrderConfirmed(id));
            case CONFIRMED, DISPATCHED, CANCELLING, CANCELLED -> {}
            case REJECTED -> throw notNow("confirmed");
        }
    }

    @CommandHandler
    void handle(RejectOrder command) {
        switch (state) {
            case PLACED -> apply(new OrderRejected(id, command.reason()));
            case CANCELLING -> apply(new OrderCancelled(id));
            case REJECTED, CANCELLED -> {}
            case CONFIRMED, DISPATCHED -> throw notNow("rejected");
        }
    }

    @CommandHandler
    void handle(CancelOrder command) {
        switch (state) {
            case PLACED, CONFIRMED ->
                apply(new CancellationRequested(
                        id, placed.warehouse(), state == CONFIRMED, command.reason(), command.by()));
            case CANCELLING, CANCELLED -> {}
            case REJECTED, DISPATCHED -> throw notNow("cancelled");
        }
    }

    @CommandHandler
    void handle(CompleteCancellation command) {
        switch (state) {
            case CANCELLING -> apply(new OrderCancelled(id));
            case CANCELLED -> {}
            case PLACED, CONFIRMED, REJECTED, DISPATCHED -> throw notNow("cancelled for good");
        }
    }

    @CommandHandler
    void handle(DispatchOrder command) {
        switch (state) {
            case CONFIRMED -> apply(new OrderDispatched(id, placed.warehouse(), command.by()));
            case DISPATCHED -> {}
            case PLACED, REJECTED, CANCELLING, CANCELLED -> throw notNow("dispatched");
        }
    }

    /** Once for each step, until it begins to wait again: whoever notices it meanwhile has nothing to add. */
    @CommandHandler
    void handle(TimeOutStep command) {
        if (isWorkedOn() && timedOut != command.step()) {
            apply(new StepTimedOut(id, command.step()));
        }
    }

    @CommandHandler
    void handle(MarkStuck command) {
        if (isWorkedOn() && stuckAt != command.step()) {
            apply(new FulfilmentStuck(id, command.step(), command.cause()));
        }
    }

    @CommandHandler
    void handle(RetryFulfilment command) {
        if (isWorkedOn() && stuckAt != null) {
            apply(new FulfilmentRetried(id, command.reason(), command.by()));
        }
    }

    /**
     * Whoever has to do with an event of the order knows by which tier it is treated, whatever command it comes from: by the
     * one that its first event names. Orders from before there was capacity for VIP orders name none, and stay where they are.
     */
    private void apply(OrderEvent event) {
        AggregateLifecycle.apply(event, tier == null ? MetaData.emptyInstance() : MetaData.with(Tier.METADATA, tier));
    }

    private static MetaData of(Tier tier) {
        return tier == Tier.VIP ? MetaData.with(Tier.METADATA, tier.name()) : MetaData.emptyInstance();
    }

    @CommandHandler
    void handle(SkipStep command) {
        if (command.step() == skipped && stuckAt == null) {
            return;
        }
        if (!isWorkedOn() || stuckAt != command.step()) {
            throw new CommandRefused(
                    Refusal.Code.NOT_ALLOWED_NOW,
                    "Order %s is not stuck at %s: only a stuck step can be skipped".formatted(id, command.step()));
        }
        switch (command.step()) {
            case COMPENSATION, DISPATCH -> apply(new StepSkipped(id, command.step(), command.reason(), command.by()));
            case PAYMENT, CAPTURE -> throw notToBeSkipped(command, "nobody would have taken the money");
            case STOCK -> throw notToBeSkipped(command, "nobody would have kept the goods");
            case CONFIRMATION ->
                throw notToBeSkipped(command, "what is paid would be neither confirmed nor given back");
        }
    }

    private CommandRefused notToBeSkipped(SkipStep command, String what) {
        return new CommandRefused(
                Refusal.Code.NOT_ALLOWED_NOW,
                "%s of order %s cannot be skipped: %s; try it again, or cancel the order"
                        .formatted(command.step(), id, what));
    }

    /** A dispatched order counts in: its goods may still have to leave the warehouse's books. */
    private boolean isWorkedOn() {
        return !state.settled() || state == DISPATCHED;
    }

    private CommandRefused notNow(String verb) {
        return new CommandRefused(
                Refusal.Code.NOT_ALLOWED_NOW, "Order %s is %s and cannot be %s".formatted(id, state, verb));
    }

    @EventSourcingHandler
    void on(OrderPlaced event, @MetaDataValue(Tier.METADATA) @Nullable String tier) {
        id = event.orderId();
        placed = event;
        this.tier = tier;
        state = PLACED;
    }

    @EventSourcingHandler
    void on(OrderConfirmed event) {
        state = CONFIRMED;
    }

    @EventSourcingHandler
    void on(OrderRejected event) {
        state = REJECTED;
    }

    @EventSourcingHandler
    void on(CancellationRequested event) {
        state = CANCELLING;
        beginsToWait();
    }

    @EventSourcingHandler
    void on(OrderCancelled event) {
        state = CANCELLED;
    }

    @EventSourcingHandler
    void on(OrderDispatched event) {
        state = DISPATCHED;
        beginsToWait();
    }

    @EventSourcingHandler
    void on(FulfilmentStuck event) {
        stuckAt = event.step();
    }

    @EventSourcingHandler
    void on(StepTimedOut event) {
        timedOut = event.step();
    }

    @EventSourcingHandler
    void on(StepSkipped event) {
        beginsToWait();
        skipped = event.step();
    }

    @EventSourcingHandler
    void on(FulfilmentRetried event) {
        beginsToWait();
    }

    private void beginsToWait() {
        stuckAt = null;
        timedOut = null;
    }
}
