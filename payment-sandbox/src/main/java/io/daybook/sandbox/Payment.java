package io.daybook.sandbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the books.
 *
 * @param key       given by the merchant; what makes calls idempotent
 * @param amount    in units of the currency; null for a tombstone
 * @param currency  ISO 4217 code; null for a tombstone
 * @param card      null for a tombstone: it was voided before anybody asked for it
 * @param reference what the provider calls it; null when it was never authorized
 * @param reason    why it was declined or its capture refused; null when it was not
 * @param mended    whether what is broken with its card has been mended
 */
record Payment(
        String key,
        Status status,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable TestCard card,
        @Nullable String reference,
        @Nullable String reason,
        boolean mended) {

    static Payment tombstone(String key) {
        return new Payment(key, Status.VOIDED, null, null, null, null, null, false);
    }

    Payment become(Status next) {
        return new Payment(key, next, amount, currency, card, reference, reason, mended);
    }

    Payment become(Status next, String why) {
        return new Payment(key, next, amount, currency, card, reference, why, mended);
    }

    boolean isTombstone() {
        return card == null;
    }

    /** Whether this is the payment that is asked for once more. */
    boolean isFor(Call.Authorize call) {
        return amount != null
                && amount.compareTo(call.amount()) == 0
                && call.currency().equals(currency)
                && call.card() == card;
    }
}
