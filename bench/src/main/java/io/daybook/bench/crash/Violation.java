package io.daybook.bench.crash;

/**
 * Something in the books that may not be.
 *
 * @param subject  the order, product or payment that it is about
 * @param evidence what the books say
 */
record Violation(Rule rule, String subject, String evidence) {

    /** What must hold whatever happened. */
    enum Rule {
        ACKNOWLEDGED_ORDER_IS_IN_THE_LOG,
        ACKNOWLEDGED_CANCELLATION_IS_IN_THE_LOG,
        ONE_KEY_IS_ONE_ORDER,
        ORDER_IS_SETTLED,
        ORDER_ENDS_ONE_WAY,
        NOTHING_HAPPENS_TWICE,
        CHARGED_MEANS_CONFIRMED,
        CONFIRMED_MEANS_CHARGED,
        CHARGED_ONCE_AND_THE_TOTAL,
        NO_MONEY_IS_HELD_FOR_NOTHING,
        STOCK_IS_NEVER_BELOW_ZERO,
        STOCK_LEVEL_IS_THE_SUM_OF_ITS_MOVEMENTS,
        RESERVED_MEANS_CONFIRMED,
        PROVIDER_AGREES,
        TAKEN_UP_IN_TURN,
        EVENT_CAN_BE_READ,
        SIGN_IN_SURVIVES
    }

    @Override
    public String toString() {
        return rule + ": " + subject + ": " + evidence;
    }
}
