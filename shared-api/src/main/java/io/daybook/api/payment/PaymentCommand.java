package io.daybook.api.payment;

import io.daybook.api.order.OrderId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/**
 * What can be asked of a payment. The first four, {@code CaptureAgain} and {@code GiveBack} only put the intent on record; the
 * provider is then called by the payment gateway, which reports what the provider said. {@code RecordUndoneByHand} says what a
 * person has done without it.
 */
public sealed interface PaymentCommand {

    PaymentId paymentId();

    /** Hold the money: answered by {@code PaymentAuthorized} or {@code PaymentDeclined}. */
    record AuthorizePayment(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId,
            OrderId orderId,
            Money amount,
            PaymentMethod method)
            implements PaymentCommand {}

    /** Take the money held: answered by {@code PaymentCaptured} or {@code PaymentCaptureFailed}. */
    record CapturePayment(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId) implements PaymentCommand {}

    /** Let go of what is or may be held: answered by {@code PaymentVoided}, also when nothing was ever held. */
    record VoidPayment(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId, OrderId orderId) implements PaymentCommand {}

    /** Give back what was or may have been taken: answered by {@code PaymentRefunded}, or {@code PaymentVoided} if nothing was. */
    record RefundPayment(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId) implements PaymentCommand {}

    /** The provider holds the money. */
    record RecordAuthorization(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId, String providerReference)
            implements PaymentCommand {}

    /** The provider will not hold the money. */
    record RecordDecline(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId, String reason) implements PaymentCommand {}

    /** The provider took the money. */
    record RecordCapture(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId) implements PaymentCommand {}

    /** The provider will not take the money. */
    record RecordCaptureFailure(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId, String reason) implements PaymentCommand {}

    /** The provider holds nothing any more. */
    record RecordVoid(@TargetAggregateIdentifier @RoutingKey PaymentId paymentId) implements PaymentCommand {}

    /** The provider gave the money back. */
    record RecordRefund(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId) implements PaymentCommand {}

    /** A person has let go of the money, or given it back, without the provider's answer. */
    record RecordUndoneByHand(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId) implements PaymentCommand {}

    /** The log says that the money is taken, and the provider that it is not: take it now, by the same key. */
    record CaptureAgain(
            @TargetAggregateIdentifier @RoutingKey PaymentId paymentId) implements PaymentCommand {}

    /** Whatever the log says, the provider holds or has taken money that nobody should have: let go of it or give it back. */
    record GiveBack(@TargetAggregateIdentifier @RoutingKey PaymentId paymentId, OrderId orderId)
            implements PaymentCommand {}
}
