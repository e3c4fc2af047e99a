package io.daybook.bench.fake;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import io.daybook.api.payment.PaymentId;
import io.daybook.bench.http.Card;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A platform just good enough to be measured and crashed: orders step by step, each step in the log before the next. */
final class FakePlatform {

    /** What the fake does wrong on purpose. */
    enum Mischief {
        NONE,
        /** Sells what it does not have. */
        OVERSELLS,
        /** Acknowledges orders that it has not written down. */
        FORGETS,
        /** Does not start on what is there already. */
        STAYS_AWAY
    }

    final Map<String, BigDecimal> products = new ConcurrentHashMap<>();
    final Set<String> customers = ConcurrentHashMap.newKeySet();
    final Map<String, List<StockEvent>> movements = new HashMap<>();
    final Map<String, FakeOrder> orders = new ConcurrentHashMap<>();
    private final Map<String, StockLevel> levels = new HashMap<>();
    private final Set<String> moved = ConcurrentHashMap.newKeySet();
    private final Mischief mischief;
    private final @Nullable FakeLog log;
    private final @Nullable FakePayments payments;

    FakePlatform(Mischief mischief, @Nullable FakeLog log, @Nullable FakePayments payments) {
        this.mischief = mischief;
        this.log = log;
        this.payments = payments;
    }

    /** Takes up everything that is in the log, and goes on with what was under way. */
    void recover() throws SQLException, IOException, InterruptedException {
        for (Object event : log == null ? List.of() : log.read()) {
            on(event);
        }
        for (FakeOrder order : List.copyOf(orders.values())) {
            if (order.state == OrderState.PLACED) {
                fulfil(order);
            } else if (order.state == OrderState.CANCELLING) {
                undo(order);
            }
        }
    }

    FakeOrder place(OrderPlaced placed, Card card) throws SQLException {
        FakeOrder order;
        synchronized (this) {
            order = orders.get(placed.orderId().value());
            if (order != null) {
                return order;
            }
            if (mischief == Mischief.FORGETS) {
                order = new FakeOrder(placed, card);
                orders.put(placed.orderId().value(), order);
            } else {
                record(placed);
                order = orders.get(placed.orderId().value());
            }
        }
        FakeOrder taken = order;
        Thread thread = new Thread(() -> {
            try {
                fulfil(taken);
            } catch (SQLException | IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return order;
    }

    private void fulfil(FakeOrder order) throws SQLException, IOException, InterruptedException {
        if (mischief == Mischief.FORGETS) {
            order.settle(OrderState.CONFIRMED, "");
            return;
        }
        OrderId id = order.placed.orderId();
        PaymentId key = PaymentId.of(id);
        if (!order.authorized) {
            if (payments != null
                    && !payments.authorize(key.value(), order.placed.total().getAmount(), order.card)) {
                payments.release(key.value());
                record(new PaymentDeclined(key, id, "declined"), new OrderRejected(id, "payment declined"));
                return;
            }
            record(new PaymentAuthorized(key, id, order.placed.total(), "ref"));
        }
        if (!order.reserved && !reserve(order)) {
            if (payments != null) {
                payments.release(key.value());
            }
            order.outOfStock = true;
            record(new PaymentVoided(key, id), new OrderRejected(id, "not enough stock"));
            return;
        }
        if (payments != null && !payments.capture(key.value())) {
            payments.release(key.value());
            recordReleased(order, new PaymentVoided(key, id), new OrderRejected(id, "capture refused"));
            return;
        }
        record(new PaymentCaptured(key, id, order.placed.total()), new OrderConfirmed(id));
    }

    private synchronized boolean reserve(FakeOrder order) throws SQLException {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (OrderLine line : order.placed.lines()) {
            wanted.merge(line.sku().value(), line.quantity(), Integer::sum);
        }
        List<Object> events = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
            StockLevel level = levels.getOrDefault(entry.getKey(), StockLevel.NONE);
            if (level.available() < entry.getValue() && mischief != Mischief.OVERSELLS) {
                return false;
            }
            events.add(new UnitsReserved(
                    WarehouseId.MAIN,
                    new Sku(entry.getKey()),
                    order.placed.orderId(),
                    entry.getValue(),
                    new StockLevel(level.onHand(), level.reserved() + entry.getValue())));
        }
        record(events.toArray());
        return true;
    }

    private synchronized void recordReleased(FakeOrder order, Object... more) throws SQLException {
        List<Object> events = new ArrayList<>();
        Map<String, Integer> held = new LinkedHashMap<>();
        order.placed.lines().forEach(line -> held.merge(line.sku().value(), line.quantity(), Integer::sum));
        held.forEach((sku, units) -> {
            StockLevel level = levels.getOrDefault(sku, StockLevel.NONE);
            events.add(new UnitsReleased(
                    WarehouseId.MAIN,
                    new Sku(sku),
                    order.placed.orderId(),
                    units,
                    new StockLevel(level.onHand(), level.reserved() - units)));
        });
        events.addAll(List.of(more));
        record(events.toArray());
    }

    /** False when the order cannot be cancelled now. */
    boolean cancel(FakeOrder order) throws SQLException, IOException, InterruptedException {
        synchronized (this) {
            if (order.state != OrderState.CONFIRMED || mischief == Mischief.FORGETS) {
                return false;
            }
            record(new CancellationRequested(order.placed.orderId(), WarehouseId.MAIN, true, "changed my mind", "x"));
        }
        undo(order);
        return true;
    }

    private void undo(FakeOrder order) throws SQLException, IOException, InterruptedException {
        OrderId id = order.placed.orderId();
        PaymentId key = PaymentId.of(id);
        if (payments != null) {
            payments.refund(key.value());
        }
        recordReleased(order, new PaymentRefunded(key, id, order.placed.total()), new OrderCancelled(id));
    }

    synchronized void receive(String sku, int quantity, String movement) throws SQLException {
        if (!moved.contains(movement)) {
            StockLevel level = levels.getOrDefault(sku, StockLevel.NONE);
            record(new StockReceived(
                    WarehouseId.MAIN,
                    new Sku(sku),
                    new MovementId(movement),
                    quantity,
                    "delivery",
                    "fake",
                    new StockLevel(level.onHand() + quantity, level.reserved())));
        }
    }

    synchronized StockLevel level(String sku) {
        return levels.getOrDefault(sku, StockLevel.NONE);
    }

    private synchronized void record(Object... events) throws SQLException {
        if (log != null) {
            log.append(List.of(events));
        }
        for (Object event : events) {
            on(event);
        }
    }

    private synchronized void on(Object event) {
        if (event instanceof OrderPlaced placed) {
            Card card = Card.valueOf(placed.payment().token().substring(4).toUpperCase(Locale.ROOT));
            orders.put(placed.orderId().value(), new FakeOrder(placed, card));
        } else if (event instanceof StockEvent stock) {
            levels.put(stock.sku().value(), stock.level());
            movements
                    .computeIfAbsent(stock.sku().value(), sku -> new ArrayList<>())
                    .add(stock);
            if (stock instanceof StockReceived received) {
                moved.add(received.movement().value());
                products.putIfAbsent(received.sku().value(), new BigDecimal("1.99"));
            } else if (stock instanceof UnitsReserved reserved) {
                orders.get(reserved.orderId().value()).reserved = true;
            }
        } else if (event instanceof PaymentAuthorized authorized) {
            orders.get(authorized.orderId().value()).authorized = true;
        } else if (event instanceof OrderConfirmed confirmed) {
            orders.get(confirmed.orderId().value()).settle(OrderState.CONFIRMED, "");
        } else if (event instanceof OrderRejected rejected) {
            orders.get(rejected.orderId().value()).settle(OrderState.REJECTED, rejected.reason());
        } else if (event instanceof CancellationRequested requested) {
            orders.get(requested.orderId().value()).state = OrderState.CANCELLING;
        } else if (event instanceof OrderCancelled cancelled) {
            orders.get(cancelled.orderId().value()).settle(OrderState.CANCELLED, "changed my mind");
        }
    }
}
