package io.daybook.command.payment;

import static io.daybook.command.payment.PaymentState.AUTHORIZED;
import static io.daybook.command.payment.PaymentState.CAPTURED;
import static io.daybook.command.payment.PaymentState.CAPTURE_FAILED;
import static io.daybook.command.payment.PaymentState.CAPTURING;
import static io.daybook.command.payment.PaymentState.DECLINED;
import static io.daybook.command.payment.PaymentState.NONE;
import static io.daybook.command.payment.PaymentState.REFUNDED;
import static io.daybook.command.payment.PaymentState.REFUNDING;
import static io.daybook.command.payment.PaymentState.REQUESTED;
import static io.daybook.command.payment.PaymentState.VOIDED;
import static io.daybook.command.payment.PaymentState.VOIDING;
import static java.util.Objects.requireNonNull;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand.AuthorizePayment;
import io.daybook.api.payment.PaymentCommand.CaptureAgain;
import io.daybook.api.payment.PaymentCommand.CapturePayment;
import io.daybook.api.payment.PaymentCommand.GiveBack;
import io.daybook.api.payment.PaymentCommand.RecordAuthorization;
import io.daybook.api.payment.PaymentCommand.RecordCapture;
import io.daybook.api.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.api.payment.PaymentCommand.RecordDecline;
import io.daybook.api.payment.PaymentCommand.RecordRefund;
import io.daybook.api.payment.PaymentCommand.RecordUndoneByHand;
import io.daybook.api.payment.PaymentCommand.RecordVoid;
import io.daybook.api.payment.PaymentCommand.RefundPayment;
import io.daybook.api.payment.PaymentCommand.VoidPayment;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentEvent.CaptureRequested;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import io.daybook.api.payment.PaymentEvent.RefundRequested;
import io.daybook.api.payment.PaymentEvent.VoidRequested;
import io.daybook.api.payment.PaymentId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The one payment of an order. Its rules stand as a table in this package's description. */
final class Payment {

    @AggregateIdentifier
    private PaymentId id;

    private OrderId orderId;
    private PaymentState state = NONE;
    private @Nullable PaymentRequested requested;
    private @Nullable String tier;

    /** For Axon, to be filled by events. */
    @SuppressWarnings("NullAway.Init")
    Payment() {}

    /** A payment that nobody has asked for yet. */
    Payment(PaymentId id) {
        this.id = id;
        this.orderId = id.orderId();
    }

    void handle(AuthorizePayment command) {
        PaymentRequested wanted =
                new PaymentRequested(command.paymentId(), command.orderId(), command.amount(), command.method());
        if (state == NONE) {
            apply(wanted);
        } else if (requested != null && !requested.equals(wanted)) {
            throw new CommandRefused(
                    Refusal.Code.CONFLICT, "Payment %s has been asked for with other content".formatted(id));
        }
    }

    @CommandHandler
    void handle(CapturePayment command) {
        switch (state) {
            case AUTHORIZED -> apply(new CaptureRequested(id, orderId));
            case NONE, REQUESTED, DECLINED ->
                throw new CommandRefused(
                        Refusal.Code.NOT_ALLOWED_NOW,
                        "Payment %s is %s: there is no money to be taken".formatted(id, state));
            case CAPTURING, CAPTURED, CAPTURE_FAILED, VOIDING, VOIDED, REFUNDING, REFUNDED -> {}
        }
    }

    void handle(VoidPayment command) {
        undo();
    }

    void handle(RefundPayment command) {
        undo();
    }

    private void undo() {
        switch (state) {
            case NONE, DECLINED -> apply(new PaymentVoided(id, orderId));
            case REQUESTED, AUTHORIZED, CAPTURE_FAILED -> apply(new VoidRequested(id, orderId));
            case CAPTURING, CAPTURED -> apply(new RefundRequested(id, orderId));
            case VOIDING, VOIDED, REFUNDING, REFUNDED -> {}
        }
    }

    /** The provider has not taken what the log says is taken, so it is asked again. */
    @CommandHandler
    void handle(CaptureAgain command) {
        switch (state) {
            case AUTHORIZED, CAPTURED, CAPTURE_FAILED -> apply(new CaptureRequested(id, orderId));
            case NONE, REQUESTED, DECLINED, VOIDED, REFUNDED ->
                throw new CommandRefused(
                        Refusal.Code.NOT_ALLOWED_NOW,
                        "Payment %s is %s: there is no money to be taken".formatted(id, state));
            case CAPTURING, VOIDING, REFUNDING -> {}
        }
    }

    /** Whatever became of it here, the provider is to keep nothing; what is under way ends by itself. */
    void handle(GiveBack command) {
        switch (state) {
            case NONE, AUTHORIZED, DECLINED, CAPTURED, CAPTURE_FAILED, VOIDED, REFUNDED ->
                apply(new RefundRequested(id, orderId));
            case REQUESTED, CAPTURING, VOIDING, REFUNDING -> {}
        }
    }

    @CommandHandler
    void handle(RecordAuthorization command) {
        if (state == REQUESTED) {
            apply(new PaymentAuthorized(id, orderId, amount(), command.providerReference()));
        }
    }

    @CommandHandler
    void handle(RecordDecline command) {
        if (state == REQUESTED) {
            apply(new PaymentDeclined(id, orderId, command.reason()));
        }
    }

    @CommandHandler
    void handle(RecordCapture command) {
        if (state == CAPTURING) {
            apply(new PaymentCaptured(id, orderId, amount()));
        } else if (state == VOIDING) {
            // What was to be let go of turns out to have been taken, so it has to be given back.
            apply(new RefundRequested(id, orderId));
        }
    }

    @CommandHandler
    void handle(RecordCaptureFailure command) {
        if (state == CAPTURING) {
            apply(new PaymentCaptureFailed(id, orderId, command.reason()));
        }
    }

    @CommandHandler
    void handle(RecordVoid command) {
        if (state == VOIDING || state == REFUNDING) {
            apply(new PaymentVoided(id, orderId));
        }
    }

    @CommandHandler
    void handle(RecordRefund command) {
        if (state == REFUNDING) {
            refunded();
        }
    }

    /** All that happens to the payment is treated by the tier of its order, also what staff do about it. */
    private void apply(PaymentEvent event) {
        AggregateLifecycle.apply(event, tier == null ? MetaData.emptyInstance() : MetaData.with(Tier.METADATA, tier));
    }

    void handle(RecordUndoneByHand command) {
        switch (state) {
            case NONE, REQUESTED, DECLINED, AUTHORIZED, CAPTURE_FAILED, VOIDING ->
                apply(new PaymentVoided(id, orderId));
            case CAPTURING, CAPTURED, REFUNDING -> refunded();
            case VOIDED, REFUNDED -> {}
        }
    }

    private void refunded() {
        if (requested == null) {
            // Nobody here had asked for it: what was given back, the provider says itself.
            apply(new PaymentVoided(id, orderId));
        } else {
            apply(new PaymentRefunded(id, orderId, amount()));
        }
    }

    private Money amount() {
        return requireNonNull(requested, "a payment that was never asked for has no amount")
                .amount();
    }

    @EventSourcingHandler
    void on(PaymentRequested event, @MetaDataValue(Tier.METADATA) @Nullable String tier) {
        this.tier = tier;
        id = event.paymentId();
        orderId = event.orderId();
        requested = event;
        state = REQUESTED;
    }

    @EventSourcingHandler
    void on(PaymentAuthorized event) {
        state = AUTHORIZED;
    }

    @EventSourcingHandler
    void on(PaymentDeclined event) {
        state = DECLINED;
    }

    @EventSourcingHandler
    void on(CaptureRequested event) {
        state = CAPTURING;
    }

    @EventSourcingHandler
    void on(PaymentCaptured event) {
        state = CAPTURED;
    }

    @EventSourcingHandler
    void on(PaymentCaptureFailed event) {
        state = CAPTURE_FAILED;
    }

    @EventSourcingHandler
    void on(VoidRequested event) {
        state = VOIDING;
    }

    /** Also the first event of a payment that was voided before anybody asked for it. */
    @EventSourcingHandler
    void on(PaymentVoided event) {
        id = event.paymentId();
        orderId = event.orderId();
        state = VOIDED;
    }

    /** Also the first event of a payment that only the provider knows. */
    @EventSourcingHandler
    void on(RefundRequested event) {
        id = event.paymentId();
        orderId = event.orderId();
        state = REFUNDING;
    }

    @EventSourcingHandler
    void on(PaymentRefunded event) {
        state = REFUNDED;
    }
}
