package io.daybook.query.orders;

import static java.util.stream.Collectors.joining;

import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.ReservationEvent.StockDispatched;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReleased;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
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
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an order's view follows from its events; pure. */
final class OrderHistory {

    private OrderHistory() {}

    static @Nullable OrderView fold(@Nullable OrderView order, Object event, Instant at, long position) {
        if (event instanceof OrderPlaced placed) {
            return placed(placed, at, position);
        }
        if (order == null) {
            return null;
        }
        if (event instanceof OrderEvent orderEvent) {
            return order(new OrderChange(order, orderEvent, at, position), orderEvent);
        }
        if (event instanceof PaymentEvent paymentEvent) {
            return payment(new OrderChange(order, paymentEvent, at, position), paymentEvent);
        }
        return reservation(new OrderChange(order, event, at, position), (ReservationEvent) event);
    }

    private static OrderView placed(OrderPlaced placed, Instant at, long position) {
        return new OrderView(
                placed.orderId(),
                placed.customerId(),
                placed.tier(),
                OrderState.PLACED,
                StoredLines.of(placed.lines()),
                placed.total(),
                placed.payment().lastFour(),
                placed.shippingAddress(),
                placed.placedBy(),
                at,
                null,
                List.of(),
                List.of(new OrderView.TimelineEntry(at, "OrderPlaced", "by " + placed.placedBy())),
                position);
    }

    private static OrderView order(OrderChange change, OrderEvent event) {
        if (event instanceof OrderConfirmed) {
            return change.to(OrderState.CONFIRMED);
        } else if (event instanceof OrderRejected rejected) {
            return change.because(rejected.reason()).to(OrderState.REJECTED);
        } else if (event instanceof CancellationRequested requested) {
            return change.note("by " + requested.by() + ": " + requested.reason())
                    .because(requested.reason())
                    .to(OrderState.CANCELLING);
        } else if (event instanceof OrderCancelled) {
            return change.to(OrderState.CANCELLED);
        } else if (event instanceof OrderDispatched dispatched) {
            return change.note("by " + dispatched.by()).to(OrderState.DISPATCHED);
        } else if (event instanceof StepTimedOut timedOut) {
            return change.note(timedOut.step().name()).made();
        } else if (event instanceof FulfilmentStuck stuck) {
            return change.note(stuck.step() + ": " + stuck.cause()).made();
        } else if (event instanceof StepSkipped skipped) {
            return change.note("%s by %s: %s".formatted(skipped.step(), skipped.by(), skipped.reason()))
                    .made();
        } else if (event instanceof FulfilmentRetried retried) {
            String reason = retried.reason().isEmpty() ? "" : ": " + retried.reason();
            return change.note("by " + retried.by() + reason).made();
        }
        return change.none();
    }

    /** Intents ({@code …Requested}) are not in the timeline: what counts is what came of them. */
    private static OrderView payment(OrderChange change, PaymentEvent event) {
        if (event instanceof PaymentAuthorized authorized) {
            return change.note(authorized.providerReference()).made();
        } else if (event instanceof PaymentDeclined declined) {
            return change.note(declined.reason()).made();
        } else if (event instanceof PaymentCaptured captured) {
            return change.note(captured.amount().toString()).made();
        } else if (event instanceof PaymentCaptureFailed failed) {
            return change.note(failed.reason()).made();
        } else if (event instanceof PaymentVoided) {
            return change.made();
        } else if (event instanceof PaymentRefunded refunded) {
            return change.note(refunded.amount().toString()).made();
        }
        return change.none();
    }

    private static OrderView reservation(OrderChange change, ReservationEvent event) {
        if (event instanceof StockReserved || event instanceof StockReleased || event instanceof StockDispatched) {
            return change.made();
        } else if (event instanceof StockRefused refused) {
            String what = refused.shortages().stream()
                    .map(shortage -> "%s: %d wanted, %d available"
                            .formatted(shortage.sku(), shortage.requested(), shortage.available()))
                    .collect(joining("; "));
            return change.note(what).shortOf(refused.shortages()).made();
        }
        return change.none();
    }
}
