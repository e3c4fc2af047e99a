package io.daybook.command.payment;

import io.daybook.api.payment.PaymentCommand;
import io.daybook.api.payment.PaymentCommand.RecordAuthorization;
import io.daybook.api.payment.PaymentCommand.RecordCapture;
import io.daybook.api.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.api.payment.PaymentCommand.RecordDecline;
import io.daybook.api.payment.PaymentCommand.RecordRefund;
import io.daybook.api.payment.PaymentCommand.RecordVoid;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.joda.money.Money;

/** What a payment wants of the provider, and what each of its answers comes to. */
sealed interface Intent {

    PaymentId paymentId();

    CompletableFuture<ProviderAnswer> askedOf(PaymentProvider provider);

    /** What to record now that the payment stands so; empty when the intent is still open and has to be asked for again. */
    Optional<PaymentCommand> settledBy(ProviderAnswer answer);

    record Authorization(PaymentId paymentId, Money amount, PaymentMethod method) implements Intent {

        @Override
        public CompletableFuture<ProviderAnswer> askedOf(PaymentProvider provider) {
            return provider.authorize(paymentId, amount, method);
        }

        @Override
        public Optional<PaymentCommand> settledBy(ProviderAnswer answer) {
            return switch (answer.standing()) {
                case UNKNOWN -> Optional.empty();
                case AUTHORIZED, CAPTURED, CAPTURE_FAILED ->
                    Optional.of(new RecordAuthorization(paymentId, answer.reference()));
                case DECLINED, VOIDED, REFUNDED -> Optional.of(new RecordDecline(paymentId, answer.why()));
            };
        }
    }

    record Capture(PaymentId paymentId) implements Intent {

        @Override
        public CompletableFuture<ProviderAnswer> askedOf(PaymentProvider provider) {
            return provider.capture(paymentId);
        }

        @Override
        public Optional<PaymentCommand> settledBy(ProviderAnswer answer) {
            return switch (answer.standing()) {
                case AUTHORIZED -> Optional.empty();
                case CAPTURED -> Optional.of(new RecordCapture(paymentId));
                case UNKNOWN, DECLINED, CAPTURE_FAILED, VOIDED, REFUNDED ->
                    Optional.of(new RecordCaptureFailure(paymentId, answer.why()));
            };
        }
    }

    record Release(PaymentId paymentId) implements Intent {

        @Override
        public CompletableFuture<ProviderAnswer> askedOf(PaymentProvider provider) {
            return provider.release(paymentId);
        }

        @Override
        public Optional<PaymentCommand> settledBy(ProviderAnswer answer) {
            return switch (answer.standing()) {
                // Unknown is not good enough: an authorization may still be on its way, and only a void stops it.
                case UNKNOWN, AUTHORIZED, CAPTURE_FAILED -> Optional.empty();
                case DECLINED, VOIDED, REFUNDED -> Optional.of(new RecordVoid(paymentId));
                case CAPTURED -> Optional.of(new RecordCapture(paymentId));
            };
        }
    }

    record Refund(PaymentId paymentId) implements Intent {

        @Override
        public CompletableFuture<ProviderAnswer> askedOf(PaymentProvider provider) {
            return provider.refund(paymentId);
        }

        @Override
        public Optional<PaymentCommand> settledBy(ProviderAnswer answer) {
            return switch (answer.standing()) {
                case UNKNOWN, AUTHORIZED, CAPTURED, CAPTURE_FAILED -> Optional.empty();
                case DECLINED, VOIDED -> Optional.of(new RecordVoid(paymentId));
                case REFUNDED -> Optional.of(new RecordRefund(paymentId));
            };
        }
    }
}
