package io.daybook.ui.placement;

import io.daybook.api.InvalidValue;
import io.daybook.api.payment.PaymentMethod;

/**
 * The card numbers that this platform takes: test numbers, each of which the payment sandbox treats in its own way. Real
 * cards would be turned into tokens by the provider's own form and never reach this server.
 */
public enum TestCard {
    APPROVE("4242424242424242", "tok_approve"),
    DECLINE("4000000000000002", "tok_decline"),
    SLOW("4000000000000259", "tok_slow"),
    HANG("4000000000000119", "tok_hang"),
    LOST_ANSWER("4000000000000341", "tok_lost_answer"),
    ERROR("4000000000000101", "tok_error"),
    CAPTURE_REFUSED("4000000000009987", "tok_capture_refused"),
    VOID_ERROR("4000000000000127", "tok_void_error");

    private static final String FIELD = "payment.card";

    private final String number;
    private final PaymentMethod method;

    TestCard(String number, String token) {
        this.number = number;
        this.method = new PaymentMethod(token, number.substring(number.length() - 4));
    }

    public String number() {
        return number;
    }

    public PaymentMethod method() {
        return method;
    }

    /** The card with this number, blanks and dashes ignored; throws {@link InvalidValue}, which never quotes the number. */
    public static TestCard numbered(String number) {
        String digits = number.replace(" ", "").replace("-", "");
        for (TestCard card : values()) {
            if (card.number.equals(digits)) {
                return card;
            }
        }
        throw new InvalidValue(FIELD, "is not one of the test cards, such as " + APPROVE.number);
    }
}
