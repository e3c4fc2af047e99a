package io.daybook.bench.crash;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that the log says, by order and by product. */
final class Story {

    private final Map<String, OrderStory> orders = new LinkedHashMap<>();
    private final Map<String, ProductStory> products = new TreeMap<>();
    private final Turns turns = new Turns();
    private final List<EventLog.Entry> unreadable = new ArrayList<>();
    private long events;

    void on(EventLog.Entry entry) {
        events++;
        Object payload = entry.payload();
        if (payload == null) {
            unreadable.add(entry);
        } else if (payload instanceof OrderEvent event) {
            order(event.orderId().value()).on(event);
            if (event instanceof OrderEvent.OrderPlaced order) {
                turns.placed(order);
            }
        } else if (payload instanceof PaymentEvent event) {
            order(event.orderId().value()).on(event);
            if (event instanceof PaymentEvent.PaymentRequested) {
                turns.takenUp(event.orderId().value());
            }
        } else if (payload instanceof StockEvent event) {
            onStock(event, entry.position());
        }
    }

    private void onStock(StockEvent event, long position) {
        products.computeIfAbsent(event.warehouse() + ":" + event.sku(), id -> new ProductStory())
                .on(event, position);
        if (event instanceof StockEvent.UnitsReserved units) {
            order(units.orderId().value()).on(event);
        } else if (event instanceof StockEvent.UnitsReleased units) {
            order(units.orderId().value()).on(event);
        } else if (event instanceof StockEvent.UnitsDispatched units) {
            order(units.orderId().value()).on(event);
        }
    }

    private OrderStory order(String id) {
        return orders.computeIfAbsent(id, created -> new OrderStory());
    }

    /** By id, in order of their first event. */
    Map<String, OrderStory> orders() {
        return orders;
    }

    /** By warehouse and code, as in {@code MAIN:85123A}. */
    Map<String, ProductStory> products() {
        return products;
    }

    Turns turns() {
        return turns;
    }

    List<EventLog.Entry> unreadable() {
        return unreadable;
    }

    long events() {
        return events;
    }

    long unsettled() {
        return orders.values().stream()
                .filter(order -> order.placed() != null && !order.settled())
                .count();
    }
}
