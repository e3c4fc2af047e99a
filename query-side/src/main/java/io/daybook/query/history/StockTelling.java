package io.daybook.query.history;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockEvent.StockAdjusted;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.order.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a product's stock stands: the sum of its movements, and for which orders units are reserved. The level that movements
 * carry is told beside it, so that a wrong one shows.
 */
final class StockTelling implements Telling {

    private long movements;
    private int onHand;
    private int reserved;
    private final Map<String, Integer> reservations = new TreeMap<>();
    private @Nullable StockLevel recorded;

    /**
     * @param reservations units by order
     * @param recorded     the level that the last movement carries
     */
    record State(
            long movements,
            int onHand,
            int reserved,
            int available,
            Map<String, Integer> reservations,
            @Nullable StockLevel recorded) {}

    @Override
    public void next(Object event, Instant at, long number) {
        if (event instanceof StockReceived received) {
            onHand += received.quantity();
        } else if (event instanceof StockAdjusted adjusted) {
            onHand += adjusted.quantity();
        } else if (event instanceof UnitsReserved units) {
            reserve(units.orderId(), units.quantity());
        } else if (event instanceof UnitsReleased units) {
            reserve(units.orderId(), -units.quantity());
        } else if (event instanceof UnitsDispatched units) {
            onHand -= units.quantity();
            reserve(units.orderId(), -units.quantity());
        }
        movements++;
        recorded = ((StockEvent) event).level();
    }

    private void reserve(OrderId order, int quantity) {
        reserved += quantity;
        reservations.merge(order.value(), quantity, (before, more) -> before + more == 0 ? null : before + more);
    }

    @Override
    public @Nullable Object state() {
        return movements == 0
                ? null
                : new State(movements, onHand, reserved, onHand - reserved, Map.copyOf(reservations), recorded);
    }
}
