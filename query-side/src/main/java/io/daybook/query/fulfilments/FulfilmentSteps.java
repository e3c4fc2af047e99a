package io.daybook.query.fulfilments;

import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.ReservationEvent.StockDispatched;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
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
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order waits for after each event; pure. Steps forward count only where they are waited for: a late answer does
 * not revive an order that is being undone.
 */
final class FulfilmentSteps {

    private FulfilmentSteps() {}

    static @Nullable Fulfilment fold(@Nullable Fulfilment current, Object event, Instant at) {
        if (event instanceof OrderPlaced placed) {
            boolean free = placed.total().isZero();
            return new Fulfilment(
                    placed.orderId().value(), free, free ? Step.STOCK : Step.PAYMENT, at, null, placed.tier());
        } else if (event instanceof OrderConfirmed
                || event instanceof OrderRejected
                || event instanceof OrderCancelled
                || event instanceof StockDispatched) {
            return null;
        } else if (event instanceof StepSkipped skipped) {
            return skipped.step() == Step.DISPATCH || current == null ? null : current.at(skipped.step(), at);
        } else if (event instanceof OrderDispatched dispatched) {
            return new Fulfilment(dispatched.orderId().value(), false, Step.DISPATCH, at, null, null);
        } else if (event instanceof CancellationRequested requested) {
            return current == null
                    ? new Fulfilment(requested.orderId().value(), false, Step.COMPENSATION, at, null, null)
                    : current.at(Step.COMPENSATION, at);
        } else if (event instanceof FulfilmentStuck stuck) {
            return current == null
                    ? new Fulfilment(stuck.orderId().value(), false, stuck.step(), at, stuck.cause(), null)
                    : current.stuck(stuck.step(), stuck.cause());
        }
        return current == null ? null : moved(current, event, at);
    }

    /**
     * Whether there was nothing before the event. An order that is taken back or dispatched is on its way in one way, whatever
     * was before; but a document may be there, and if its end comes in the same batch, that document must go.
     */
    static boolean startsAfresh(Object event) {
        return event instanceof OrderPlaced;
    }

    private static Fulfilment moved(Fulfilment current, Object event, Instant at) {
        Step step = current.step();
        if (event instanceof PaymentAuthorized && step == Step.PAYMENT) {
            return current.at(Step.STOCK, at);
        } else if (event instanceof StockReserved && step == Step.STOCK) {
            return current.at(current.free() ? Step.CONFIRMATION : Step.CAPTURE, at);
        } else if (event instanceof PaymentCaptured && step == Step.CAPTURE) {
            return current.at(Step.CONFIRMATION, at);
        } else if (event instanceof PaymentDeclined
                || event instanceof StockRefused
                || event instanceof PaymentCaptureFailed) {
            return step == Step.COMPENSATION ? current : current.at(Step.COMPENSATION, at);
        } else if (event instanceof StepTimedOut timedOut && timedOut.step() == step) {
            return current.at(afterTimeout(step), at);
        } else if (event instanceof FulfilmentRetried) {
            return current.at(step, at);
        }
        return current;
    }

    private static Step afterTimeout(Step step) {
        return switch (step) {
            case PAYMENT, STOCK, CAPTURE -> Step.COMPENSATION;
            case CONFIRMATION, COMPENSATION, DISPATCH -> step;
        };
    }
}
