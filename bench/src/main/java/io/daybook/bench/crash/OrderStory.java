package io.daybook.bench.crash;

import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the log says about one order, its payment and its stock. */
final class OrderStory {

    private static final Set<Class<? extends OrderEvent>> ONCE = Set.of(
            OrderEvent.OrderPlaced.class,
            OrderEvent.OrderConfirmed.class,
            OrderEvent.OrderRejected.class,
            OrderEvent.OrderCancelled.class,
            OrderEvent.OrderDispatched.class);

    private OrderEvent.@Nullable OrderPlaced placed;
    private boolean confirmed;
    private boolean rejected;
    private boolean cancelling;
    private boolean cancelled;
    private boolean dispatched;
    private @Nullable Step stuck;
    private String stuckCause = "";
    private boolean held;
    private int captures;
    private int refunds;
    private @Nullable Money captured;
    private final Map<String, Integer> reserved = new TreeMap<>();
    private final Map<String, Integer> once = new TreeMap<>();

    void on(OrderEvent event) {
        if (ONCE.contains(event.getClass())) {
            once.merge(event.getClass().getSimpleName(), 1, Integer::sum);
        }
        if (event instanceof OrderEvent.OrderPlaced order) {
            placed = order;
        } else if (event instanceof OrderEvent.OrderConfirmed) {
            confirmed = true;
        } else if (event instanceof OrderEvent.OrderRejected) {
            rejected = true;
        } else if (event instanceof OrderEvent.CancellationRequested) {
            cancelling = true;
        } else if (event instanceof OrderEvent.OrderCancelled) {
            cancelled = true;
        } else if (event instanceof OrderEvent.OrderDispatched) {
            dispatched = true;
        } else if (event instanceof OrderEvent.FulfilmentStuck fulfilment) {
            stuck = fulfilment.step();
            stuckCause = fulfilment.cause();
        } else if (event instanceof OrderEvent.FulfilmentRetried) {
            stuck = null;
        }
    }

    void on(PaymentEvent event) {
        if (event instanceof PaymentEvent.PaymentAuthorized) {
            held = true;
        } else if (event instanceof PaymentEvent.PaymentVoided || event instanceof PaymentEvent.PaymentDeclined) {
            held = false;
        } else if (event instanceof PaymentEvent.PaymentCaptured capture) {
            held = false;
            captures++;
            captured = capture.amount();
        } else if (event instanceof PaymentEvent.PaymentRefunded) {
            refunds++;
        }
    }

    void on(StockEvent event) {
        String sku = event.sku().value();
        if (event instanceof StockEvent.UnitsReserved units) {
            reserved.merge(sku, units.quantity(), Integer::sum);
        } else if (event instanceof StockEvent.UnitsReleased units) {
            reserved.merge(sku, -units.quantity(), Integer::sum);
        } else if (event instanceof StockEvent.UnitsDispatched units) {
            reserved.merge(sku, -units.quantity(), Integer::sum);
        }
    }

    /** What can happen to an order but once, and happened more often: how often, by event. */
    Map<String, Integer> repeated() {
        Map<String, Integer> repeated = new TreeMap<>(once);
        repeated.values().removeIf(times -> times == 1);
        return repeated;
    }

    OrderEvent.@Nullable OrderPlaced placed() {
        return placed;
    }

    boolean confirmed() {
        return confirmed;
    }

    boolean rejected() {
        return rejected;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Whether nothing more happens to it by itself. */
    boolean settled() {
        return rejected || cancelled || (confirmed && !cancelling);
    }

    /** Whether its customer gets the goods. */
    boolean stands() {
        return confirmed && !cancelled && !rejected;
    }

    /** Whether its customer has paid and not got the money back. */
    boolean charged() {
        return captures > refunds;
    }

    int captures() {
        return captures;
    }

    @Nullable Money captured() {
        return captured;
    }

    /** Whether money is held, and neither taken nor let go. */
    boolean held() {
        return held;
    }

    /** Units promised to it and still in the warehouse, by product. */
    Map<String, Integer> reserved() {
        reserved.values().removeIf(units -> units == 0);
        return reserved;
    }

    /** Units that must be promised to it and still be in the warehouse, by product. */
    Map<String, Integer> due() {
        Map<String, Integer> due = new TreeMap<>();
        OrderEvent.OrderPlaced order = placed;
        if (order != null && stands() && !dispatched) {
            for (OrderLine line : order.lines()) {
                due.merge(line.sku().value(), line.quantity(), Integer::sum);
            }
        }
        return due;
    }

    /** In words, for evidence. */
    String state() {
        String state = rejected
                ? "rejected"
                : cancelled
                        ? "cancelled"
                        : cancelling ? "cancelling" : dispatched ? "dispatched" : confirmed ? "confirmed" : "placed";
        return stuck == null ? state : state + ", stuck at " + stuck + " (" + stuckCause + ")";
    }
}
