package io.daybook.api.payment;

import io.daybook.api.order.OrderId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** What happened to a payment. The {@code …Requested} events are intents: the payment gateway acts on them. */
public sealed interface PaymentEvent {

    PaymentId paymentId();

    OrderId orderId();

    @Revision("1")
    record PaymentRequested(PaymentId paymentId, OrderId orderId, Money amount, PaymentMethod method)
            implements PaymentEvent {}

    /** The money is held; {@code providerReference} is what the provider calls this payment. */
    @Revision("1")
    record PaymentAuthorized(PaymentId paymentId, OrderId orderId, Money amount, String providerReference)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentDeclined(PaymentId paymentId, OrderId orderId, String reason) implements PaymentEvent {}

    @Revision("1")
    record CaptureRequested(PaymentId paymentId, OrderId orderId) implements PaymentEvent {}

    /** The money is ours. */
    @Revision("1")
    record PaymentCaptured(PaymentId paymentId, OrderId orderId, Money amount) implements PaymentEvent {}

    @Revision("1")
    record PaymentCaptureFailed(PaymentId paymentId, OrderId orderId, String reason) implements PaymentEvent {}

    @Revision("1")
    record VoidRequested(PaymentId paymentId, OrderId orderId) implements PaymentEvent {}

    /** Nothing is held or taken, and nothing will be. */
    @Revision("1")
    record PaymentVoided(PaymentId paymentId, OrderId orderId) implements PaymentEvent {}

    @Revision("1")
    record RefundRequested(PaymentId paymentId, OrderId orderId) implements PaymentEvent {}

    /** All that was taken has been given back. */
    @Revision("1")
    record PaymentRefunded(PaymentId paymentId, OrderId orderId, Money amount) implements PaymentEvent {}
}
