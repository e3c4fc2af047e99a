package io.daybook.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand;
import io.daybook.api.payment.PaymentCommand.RecordAuthorization;
import io.daybook.api.payment.PaymentCommand.RecordCapture;
import io.daybook.api.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.api.payment.PaymentCommand.RecordDecline;
import io.daybook.api.payment.PaymentCommand.RecordRefund;
import io.daybook.api.payment.PaymentCommand.RecordVoid;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.payment.ProviderAnswer.Standing;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every intent with everything that the provider may say. */
class IntentTest {

    private static final PaymentId ID = PaymentId.of(new OrderId("4711"));
    private static final PaymentCommand AUTHORIZED = new RecordAuthorization(ID, "ref");
    private static final PaymentCommand DECLINED = new RecordDecline(ID, "because");
    private static final PaymentCommand CAPTURED = new RecordCapture(ID);
    private static final PaymentCommand CAPTURE_FAILED = new RecordCaptureFailure(ID, "because");
    private static final PaymentCommand VOIDED = new RecordVoid(ID);
    private static final PaymentCommand REFUNDED = new RecordRefund(ID);

    @ParameterizedTest
    @EnumSource
    void an_authorization_is_settled_by_a_hold_or_its_refusal(Standing standing) {
        expect(
                new Intent.Authorization(ID, Money.of(CurrencyUnit.GBP, 1), new PaymentMethod("tok_approve", "4242")),
                standing,
                Map.of(
                        Standing.AUTHORIZED, AUTHORIZED,
                        Standing.CAPTURED, AUTHORIZED,
                        Standing.CAPTURE_FAILED, AUTHORIZED,
                        Standing.DECLINED, DECLINED,
                        Standing.VOIDED, DECLINED,
                        Standing.REFUNDED, DECLINED));
    }

    @ParameterizedTest
    @EnumSource
    void a_capture_is_settled_by_all_but_a_hold(Standing standing) {
        expect(
                new Intent.Capture(ID),
                standing,
                Map.of(
                        Standing.CAPTURED, CAPTURED,
                        Standing.UNKNOWN, CAPTURE_FAILED,
                        Standing.CAPTURE_FAILED, CAPTURE_FAILED,
                        Standing.DECLINED, CAPTURE_FAILED,
                        Standing.VOIDED, CAPTURE_FAILED,
                        Standing.REFUNDED, CAPTURE_FAILED));
    }

    @ParameterizedTest
    @EnumSource
    void a_release_is_settled_when_nothing_can_be_held_any_more(Standing standing) {
        expect(
                new Intent.Release(ID),
                standing,
                Map.of(
                        Standing.DECLINED, VOIDED,
                        Standing.VOIDED, VOIDED,
                        Standing.REFUNDED, VOIDED,
                        Standing.CAPTURED, CAPTURED));
    }

    @ParameterizedTest
    @EnumSource
    void a_refund_is_settled_when_nothing_is_taken_or_can_be(Standing standing) {
        expect(
                new Intent.Refund(ID),
                standing,
                Map.of(
                        Standing.DECLINED, VOIDED,
                        Standing.VOIDED, VOIDED,
                        Standing.REFUNDED, REFUNDED));
    }

    private static void expect(Intent intent, Standing standing, Map<Standing, PaymentCommand> settled) {
        assertThat(intent.settledBy(new ProviderAnswer(standing, "ref", "because")))
                .isEqualTo(Optional.ofNullable(settled.get(standing)));
    }
}
