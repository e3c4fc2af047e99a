package io.daybook.command.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.ReservationEvent.StockDispatched;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReleased;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** An order's claim to stock, as a whole. Its rules stand as a table in this package's description. */
final class Reservation {

    enum State {
        NONE,
        RESERVED,
        REFUSED,
        RELEASED,
        DISPATCHED
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private ReservationId id;

    private OrderId orderId;
    private WarehouseId warehouse;
    private State state = State.NONE;
    private List<LineQuantity> lines = List.of();

    /** For Axon, to be filled by events. */
    @SuppressWarnings("NullAway.Init")
    Reservation() {}

    /** A claim that nobody has made yet. */
    Reservation(OrderId orderId, WarehouseId warehouse) {
        this.id = ReservationId.of(orderId);
        this.orderId = orderId;
        this.warehouse = warehouse;
    }

    /** Whether it is still to be decided what becomes of the claim. */
    boolean isUndecided() {
        return state == State.NONE;
    }

    /** What is promised to the order at this moment. */
    List<LineQuantity> promised() {
        return state == State.RESERVED ? lines : List.of();
    }

    void grant(List<LineQuantity> lines) {
        apply(new StockReserved(orderId, warehouse, lines));
    }

    void refuse(List<Shortage> shortages) {
        apply(new StockRefused(orderId, warehouse, shortages));
    }

    void release() {
        switch (state) {
            case NONE, RESERVED, REFUSED -> apply(new StockReleased(orderId, warehouse));
            case RELEASED -> {}
            case DISPATCHED -> throw notNow("released");
        }
    }

    void dispatch() {
        switch (state) {
            case RESERVED -> apply(new StockDispatched(orderId, warehouse));
            case DISPATCHED -> {}
            case NONE, REFUSED, RELEASED -> throw notNow("dispatched");
        }
    }

    private CommandRefused notNow(String verb) {
        return new CommandRefused(
                Refusal.Code.NOT_ALLOWED_NOW,
                "The stock of order %s is %s and cannot be %s".formatted(orderId, state, verb));
    }

    @EventSourcingHandler
    void on(StockReserved event) {
        begin(event.orderId(), event.warehouse());
        lines = event.lines();
        state = State.RESERVED;
    }

    @EventSourcingHandler
    void on(StockRefused event) {
        begin(event.orderId(), event.warehouse());
        state = State.REFUSED;
    }

    /** Also the first event of a claim that was given up before it was made. */
    @EventSourcingHandler
    void on(StockReleased event) {
        begin(event.orderId(), event.warehouse());
        state = State.RELEASED;
    }

    @EventSourcingHandler
    void on(StockDispatched event) {
        state = State.DISPATCHED;
    }

    private void begin(OrderId orderId, WarehouseId warehouse) {
        this.id = ReservationId.of(orderId);
        this.orderId = orderId;
        this.warehouse = warehouse;
    }
}
