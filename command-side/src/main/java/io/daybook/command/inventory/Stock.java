package io.daybook.command.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent.StockAdjusted;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import java.util.LinkedHashSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;

/**
 * The stock of one product in one warehouse. Its snapshots are its fields as JSON: whoever changes them raises the
 * revision, and older snapshots are passed over.
 */
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class Stock {

    /** Movements that are recognised when they are sent again: so many of the last ones of each product and warehouse. */
    static final int REMEMBERED_MOVEMENTS = 250;

    @AggregateIdentifier
    private StockId id;

    private WarehouseId warehouse;
    private Sku sku;
    private StockLevel level = StockLevel.NONE;
    private LinkedHashSet<MovementId> movements = new LinkedHashSet<>();

    /** For Axon, to be filled by events or from a snapshot. */
    @SuppressWarnings("NullAway.Init")
    Stock() {}

    /** The stock of a product that this warehouse has never had. */
    Stock(WarehouseId warehouse, Sku sku) {
        this.id = StockId.of(warehouse, sku);
        this.warehouse = warehouse;
        this.sku = sku;
    }

    void handle(ReceiveStock command) {
        if (!movements.contains(command.movement())) {
            apply(new StockReceived(
                    warehouse,
                    sku,
                    command.movement(),
                    command.quantity(),
                    command.reason(),
                    command.by(),
                    levelAfter(command.quantity())));
        }
    }

    void handle(AdjustStock command) {
        if (!movements.contains(command.movement())) {
            apply(new StockAdjusted(
                    warehouse,
                    sku,
                    command.movement(),
                    command.quantity(),
                    command.reason(),
                    command.by(),
                    levelAfter(command.quantity())));
        }
    }

    private StockLevel levelAfter(int quantity) {
        long onHand = (long) level.onHand() + quantity;
        if (onHand < level.reserved()) {
            throw new CommandRefused(
                    Refusal.Code.NOT_ALLOWED_NOW,
                    "Only %d units of %s are available".formatted(level.available(), sku));
        }
        if (onHand > Integer.MAX_VALUE) {
            throw new CommandRefused(
                    Refusal.Code.INVALID, "More than %d units of %s".formatted(Integer.MAX_VALUE, sku));
        }
        return new StockLevel((int) onHand, level.reserved());
    }

    StockLevel level() {
        return level;
    }

    int available() {
        return level.available();
    }

    void reserve(OrderId orderId, int quantity) {
        if (quantity > level.available()) {
            throw new IllegalStateException("%s: %d asked for, %s".formatted(id, quantity, level));
        }
        apply(new UnitsReserved(
                warehouse, sku, orderId, quantity, new StockLevel(level.onHand(), level.reserved() + quantity)));
    }

    void release(OrderId orderId, int quantity) {
        apply(new UnitsReleased(
                warehouse, sku, orderId, quantity, new StockLevel(level.onHand(), level.reserved() - quantity)));
    }

    void dispatch(OrderId orderId, int quantity) {
        apply(new UnitsDispatched(
                warehouse,
                sku,
                orderId,
                quantity,
                new StockLevel(level.onHand() - quantity, level.reserved() - quantity)));
    }

    @EventSourcingHandler
    void on(StockReceived event) {
        moved(event.warehouse(), event.sku(), event.movement(), event.level());
    }

    @EventSourcingHandler
    void on(StockAdjusted event) {
        moved(event.warehouse(), event.sku(), event.movement(), event.level());
    }

    @EventSourcingHandler
    void on(UnitsReserved event) {
        level = event.level();
    }

    @EventSourcingHandler
    void on(UnitsReleased event) {
        level = event.level();
    }

    @EventSourcingHandler
    void on(UnitsDispatched event) {
        level = event.level();
    }

    private void moved(WarehouseId warehouse, Sku sku, MovementId movement, StockLevel level) {
        this.id = StockId.of(warehouse, sku);
        this.warehouse = warehouse;
        this.sku = sku;
        this.level = level;
        movements.add(movement);
        if (movements.size() > REMEMBERED_MOVEMENTS) {
            movements.remove(movements.iterator().next());
        }
    }
}
