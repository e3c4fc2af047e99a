package io.daybook.sandbox;

import java.math.BigDecimal;

/** What a merchant asks about one payment. Calls with one key are dealt with one after the other. */
sealed interface Call {

    String key();

    /**
     * Hold the money.
     *
     * @param refuse declines it whatever the card, because of a fault
     * @param waited whether a slow card has had its time
     */
    record Authorize(String key, BigDecimal amount, String currency, TestCard card, boolean refuse, boolean waited)
            implements Call {

        Authorize afterWaiting() {
            return new Authorize(key, amount, currency, card, refuse, true);
        }
    }

    /** Take the money held. */
    record Capture(String key) implements Call {}

    /** Let go of the money held, now or if it should be asked for later. */
    record Release(String key) implements Call {}

    /** Give back what was taken, or let go of what is held. */
    record Refund(String key) implements Call {}

    /** Say what became of it. */
    record Look(String key) implements Call {}
}
