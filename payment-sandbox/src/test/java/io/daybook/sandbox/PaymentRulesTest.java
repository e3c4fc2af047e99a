package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentRulesTest {

    private static final String KEY = "payment-1";
    private static final BigDecimal AMOUNT = new BigDecimal("12.50");

    /** Every state of the books and every call: status code, status shown, status in the books afterwards. */
    @ParameterizedTest
    @CsvSource({
        // state,        call,      http, shown,          books
        "UNKNOWN,        AUTHORIZE, 200,  AUTHORIZED,     AUTHORIZED",
        "UNKNOWN,        CAPTURE,   404,  -,              UNKNOWN",
        "UNKNOWN,        RELEASE,   200,  VOIDED,         TOMBSTONE",
        "UNKNOWN,        REFUND,    200,  VOIDED,         TOMBSTONE",
        "UNKNOWN,        LOOK,      404,  -,              UNKNOWN",
        "TOMBSTONE,      AUTHORIZE, 200,  DECLINED,       TOMBSTONE",
        "TOMBSTONE,      CAPTURE,   409,  VOIDED,         TOMBSTONE",
        "TOMBSTONE,      RELEASE,   200,  VOIDED,         TOMBSTONE",
        "TOMBSTONE,      REFUND,    200,  VOIDED,         TOMBSTONE",
        "TOMBSTONE,      LOOK,      200,  VOIDED,         TOMBSTONE",
        "AUTHORIZED,     AUTHORIZE, 200,  AUTHORIZED,     AUTHORIZED",
        "AUTHORIZED,     CAPTURE,   200,  CAPTURED,       CAPTURED",
        "AUTHORIZED,     RELEASE,   200,  VOIDED,         VOIDED",
        "AUTHORIZED,     REFUND,    200,  VOIDED,         VOIDED",
        "AUTHORIZED,     LOOK,      200,  AUTHORIZED,     AUTHORIZED",
        "DECLINED,       AUTHORIZE, 200,  DECLINED,       DECLINED",
        "DECLINED,       CAPTURE,   409,  DECLINED,       DECLINED",
        "DECLINED,       RELEASE,   200,  VOIDED,         VOIDED",
        "DECLINED,       REFUND,    200,  VOIDED,         VOIDED",
        "DECLINED,       LOOK,      200,  DECLINED,       DECLINED",
        "CAPTURED,       AUTHORIZE, 200,  CAPTURED,       CAPTURED",
        "CAPTURED,       CAPTURE,   200,  CAPTURED,       CAPTURED",
        "CAPTURED,       RELEASE,   409,  CAPTURED,       CAPTURED",
        "CAPTURED,       REFUND,    200,  REFUNDED,       REFUNDED",
        "CAPTURED,       LOOK,      200,  CAPTURED,       CAPTURED",
        "CAPTURE_FAILED, AUTHORIZE, 200,  CAPTURE_FAILED, CAPTURE_FAILED",
        "CAPTURE_FAILED, CAPTURE,   200,  CAPTURE_FAILED, CAPTURE_FAILED",
        "CAPTURE_FAILED, RELEASE,   200,  VOIDED,         VOIDED",
        "CAPTURE_FAILED, REFUND,    200,  VOIDED,         VOIDED",
        "CAPTURE_FAILED, LOOK,      200,  CAPTURE_FAILED, CAPTURE_FAILED",
        "VOIDED,         AUTHORIZE, 200,  VOIDED,         VOIDED",
        "VOIDED,         CAPTURE,   409,  VOIDED,         VOIDED",
        "VOIDED,         RELEASE,   200,  VOIDED,         VOIDED",
        "VOIDED,         REFUND,    200,  VOIDED,         VOIDED",
        "VOIDED,         LOOK,      200,  VOIDED,         VOIDED",
        "REFUNDED,       AUTHORIZE, 200,  REFUNDED,       REFUNDED",
        "REFUNDED,       CAPTURE,   409,  REFUNDED,       REFUNDED",
        "REFUNDED,       RELEASE,   200,  REFUNDED,       REFUNDED",
        "REFUNDED,       REFUND,    200,  REFUNDED,       REFUNDED",
        "REFUNDED,       LOOK,      200,  REFUNDED,       REFUNDED",
    })
    void each_call_in_each_state_has_its_answer(String state, String call, int http, String shown, String books) {
        Payment known = inState(state);

        Outcome outcome = PaymentRules.decide(known, callOf(call, TestCard.APPROVE));

        if (outcome instanceof Outcome.Note note) {
            assertThat(note.http()).isEqualTo(http);
            assertThat(shown).isEqualTo("-");
        } else {
            Outcome.Answer answer = (Outcome.Answer) outcome;
            assertThat(answer.http()).isEqualTo(http);
            assertThat(answer.shown().status()).hasToString(shown);
        }
        assertThat(outcome.entry() == null ? known : outcome.entry())
                .usingRecursiveComparison()
                .ignoringFields("reason", "reference")
                .isEqualTo(inState(books));
    }

    @ParameterizedTest
    @EnumSource(TestCard.class)
    void another_amount_currency_or_card_under_the_same_key_is_a_conflict(TestCard card) {
        if (card == TestCard.HANG || card == TestCard.ERROR) {
            return; // never in the books
        }
        Payment known = new Payment(KEY, Status.AUTHORIZED, AMOUNT, "GBP", card, "ref", null, false);
        TestCard other = card == TestCard.APPROVE ? TestCard.DECLINE : TestCard.APPROVE;

        assertThat(conflict(known, new BigDecimal("12.51"), "GBP", card)).isEqualTo(409);
        assertThat(conflict(known, AMOUNT, "EUR", card)).isEqualTo(409);
        assertThat(conflict(known, AMOUNT, "GBP", other)).isEqualTo(409);
    }

    private static int conflict(Payment known, BigDecimal amount, String currency, TestCard card) {
        Outcome outcome = PaymentRules.decide(known, new Call.Authorize(KEY, amount, currency, card, false, false));
        assertThat(outcome.entry()).isNull();
        return ((Outcome.Answer) outcome).http();
    }

    @Test
    void the_same_amount_written_with_other_zeros_is_the_same_amount() {
        Payment known = inState("AUTHORIZED");
        Outcome outcome = PaymentRules.decide(
                known, new Call.Authorize(KEY, new BigDecimal("12.5"), "GBP", TestCard.APPROVE, false, false));
        assertThat(((Outcome.Answer) outcome).http()).isEqualTo(200);
    }

    @Test
    void declined_card_has_insufficient_funds() {
        assertThat(authorized(TestCard.DECLINE).reason()).isEqualTo("insufficient funds");
    }

    @Test
    void slow_card_is_asked_for_again_later_and_is_in_no_books_until_then() {
        Outcome first = PaymentRules.decide(null, callOf("AUTHORIZE", TestCard.SLOW));
        assertThat(first.entry()).isNull();

        Outcome second = PaymentRules.decide(null, ((Outcome.Later) first).again());
        assertThat(second.entry()).extracting("status").isEqualTo(Status.AUTHORIZED);
    }

    @Test
    void slow_card_voided_while_it_waits_is_declined() {
        Outcome first = PaymentRules.decide(null, callOf("AUTHORIZE", TestCard.SLOW));
        Outcome second = PaymentRules.decide(Payment.tombstone(KEY), ((Outcome.Later) first).again());
        assertThat(((Outcome.Answer) second).shown())
                .extracting(Payment::status, Payment::reason)
                .containsExactly(Status.DECLINED, "voided before authorization");
    }

    @Test
    void hanging_card_is_never_answered_and_in_no_books() {
        assertThat(PaymentRules.decide(null, callOf("AUTHORIZE", TestCard.HANG)))
                .isEqualTo(new Outcome.Silence(null));
    }

    @Test
    void lost_answer_is_in_the_books_and_stays_lost_when_asked_again() {
        Outcome first = PaymentRules.decide(null, callOf("AUTHORIZE", TestCard.LOST_ANSWER));
        assertThat(first).isInstanceOf(Outcome.Silence.class);
        assertThat(first.entry()).extracting("status").isEqualTo(Status.AUTHORIZED);

        assertThat(PaymentRules.decide(first.entry(), callOf("AUTHORIZE", TestCard.LOST_ANSWER)))
                .isEqualTo(new Outcome.Silence(null));
        assertThat(PaymentRules.decide(first.entry(), new Call.Look(KEY)))
                .isEqualTo(new Outcome.Answer(200, first.entry(), null));
    }

    @Test
    void failing_card_is_a_500_and_in_no_books() {
        Outcome outcome = PaymentRules.decide(null, callOf("AUTHORIZE", TestCard.ERROR));
        assertThat(((Outcome.Note) outcome).http()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestCard.class,
            names = {"CAPTURE_REFUSED", "VOID_ERROR"})
    void card_that_cannot_be_captured_is_authorized_first(TestCard card) {
        Payment authorized = authorized(card);
        assertThat(authorized.status()).isEqualTo(Status.AUTHORIZED);

        Payment failed = PaymentRules.decide(authorized, new Call.Capture(KEY)).entry();
        assertThat(failed.status()).isEqualTo(Status.CAPTURE_FAILED);
        assertThat(failed.reason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"RELEASE", "REFUND"})
    void hold_on_a_broken_card_is_removed_only_when_it_is_mended(String call) {
        Payment held = authorized(TestCard.VOID_ERROR);
        assertThat(((Outcome.Note) PaymentRules.decide(held, callOf(call, TestCard.VOID_ERROR))).http())
                .isEqualTo(500);

        Payment mended = new Payment(
                held.key(),
                held.status(),
                held.amount(),
                held.currency(),
                held.card(),
                held.reference(),
                held.reason(),
                true);
        assertThat(PaymentRules.decide(mended, callOf(call, TestCard.VOID_ERROR))
                        .entry())
                .extracting("status")
                .isEqualTo(Status.VOIDED);
    }

    @ParameterizedTest
    @EnumSource(TestCard.class)
    void every_card_is_declined_while_the_fault_lasts(TestCard card) {
        Outcome outcome = PaymentRules.decide(null, new Call.Authorize(KEY, AMOUNT, "GBP", card, true, false));
        assertThat(outcome.entry()).extracting("status").isEqualTo(Status.DECLINED);
        assertThat(((Outcome.Answer) outcome).http()).isEqualTo(200);
    }

    private static Payment authorized(TestCard card) {
        Payment entry = PaymentRules.decide(null, callOf("AUTHORIZE", card)).entry();
        assertThat(entry).isNotNull();
        return entry;
    }

    private static @Nullable Payment inState(String state) {
        return switch (state) {
            case "UNKNOWN" -> null;
            case "TOMBSTONE" -> Payment.tombstone(KEY);
            default -> new Payment(KEY, Status.valueOf(state), AMOUNT, "GBP", TestCard.APPROVE, "ref", null, false);
        };
    }

    private static Call callOf(String name, TestCard card) {
        return switch (name) {
            case "AUTHORIZE" -> new Call.Authorize(KEY, AMOUNT, "GBP", card, false, false);
            case "CAPTURE" -> new Call.Capture(KEY);
            case "RELEASE" -> new Call.Release(KEY);
            case "REFUND" -> new Call.Refund(KEY);
            default -> new Call.Look(KEY);
        };
    }
}
