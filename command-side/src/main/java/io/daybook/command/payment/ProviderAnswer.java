package io.daybook.command.payment;

/**
 * What the payment provider says of a payment.
 *
 * @param reference what the provider calls it; empty when it has no name for it
 * @param reason    why it was declined or not taken; empty when it was not
 */
record ProviderAnswer(Standing standing, String reference, String reason) {

    /** Where a payment stands with the provider. An enum and not a sealed type, for the sake of exhaustive switches. */
    enum Standing {
        /** The provider never heard of it. */
        UNKNOWN,
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        CAPTURE_FAILED,
        VOIDED,
        REFUNDED
    }

    static final ProviderAnswer UNKNOWN = new ProviderAnswer(Standing.UNKNOWN, "", "");

    /** The reason, or failing that how the payment stands. */
    String why() {
        return reason.isEmpty() ? "the provider says " + standing : reason;
    }
}
