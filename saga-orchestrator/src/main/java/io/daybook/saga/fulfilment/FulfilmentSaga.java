package io.daybook.saga.fulfilment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.ReservationEvent.StockDispatched;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReleased;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
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
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Takes one order through its steps. Begins when the order is placed; once it has ended, begins anew when the order is
 * taken back or dispatched. Never replayed: its commands were sent when the events were new.
 */
@ProcessingGroup(FulfilmentSaga.PROCESSING_GROUP)
@DisallowReplay
public class FulfilmentSaga {

    public static final String PROCESSING_GROUP = "fulfilment";

    static final String ORDER = "orderId";

    @JsonProperty
    private @Nullable Fulfilment fulfilment;

    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderPlaced event, StepCommands steps) {
        // Seen again, it finds its fulfilment under way.
        if (fulfilment == null) {
            begin(() -> Fulfilment.start(event), steps);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentAuthorized event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentDeclined event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(StockReserved event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(StockRefused event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentCaptured event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentCaptureFailed event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentVoided event, StepCommands steps) {
        proceed(present().paymentUndone(), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentRefunded event, StepCommands steps) {
        proceed(present().paymentUndone(), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(StockReleased event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(CancellationRequested event, StepCommands steps) {
        if (fulfilment == null) {
            begin(() -> Fulfilment.takeBack(event), steps);
        } else {
            proceed(fulfilment.on(event), steps);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(StepTimedOut event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(FulfilmentRetried event, StepCommands steps) {
        proceed(present().on(event), steps);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderDispatched event, StepCommands steps) {
        if (fulfilment == null) {
            begin(() -> Fulfilment.start(event), steps);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(StepSkipped event, StepCommands steps) {
        proceed(present().on(event), steps);
        if (present().endsWith(event)) {
            SagaLifecycle.end();
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderConfirmed event) {}

    @EndSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderRejected event) {}

    @EndSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderCancelled event) {}

    @EndSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(StockDispatched event) {}

    /** The step whose answer it waits for; null before it has begun. */
    @Nullable Step awaiting() {
        return fulfilment == null ? null : fulfilment.awaiting();
    }

    private Fulfilment present() {
        if (fulfilment == null) {
            throw new IllegalStateException("a fulfilment is told of an event before it has begun");
        }
        return fulfilment;
    }

    /** One that fails over its first event has not begun. */
    private void begin(Supplier<Decision> first, StepCommands steps) {
        try {
            proceed(first.get(), steps);
        } catch (RuntimeException failure) {
            SagaLifecycle.end();
            throw failure;
        }
    }

    /** What can fail over an event comes before it, as an argument: so an event that fails changes and sends nothing. */
    private void proceed(Decision decision, StepCommands steps) {
        fulfilment = decision.next();
        steps.send(fulfilment.orderId(), fulfilment.awaiting(), decision.commands());
    }
}
