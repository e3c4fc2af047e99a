package io.daybook.api.payment;

import io.daybook.api.Require;

/**
 * What a customer pays with: the provider's token for a card, never the card's number.
 *
 * @param token    what the payment provider knows the card by
 * @param lastFour the number's last four digits, to be shown
 */
public record PaymentMethod(String token, String lastFour) {

    public PaymentMethod {
        token = Require.text("payment.card", token, 100);
        Require.that(lastFour.matches("\\d{4}"), "payment.card", "must end in four digits");
    }
}
