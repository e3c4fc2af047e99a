package io.daybook.api.audit;

/** In which way something differs from the log. */
public enum DriftKind {
    /** A view's entry says something else than its events. */
    ENTRY_CORRUPT,
    /** A view has no entry where its events make one. */
    ENTRY_MISSING,
    /** A view has an entry of which the log knows nothing. */
    ENTRY_UNKNOWN,
    /** An order is on its way, and nobody takes it there. */
    SAGA_MISSING,
    /** An order is settled, and somebody still works on it. */
    SAGA_LEFT_OVER,
    /** An order's saga waits for what the log says has happened. */
    SAGA_BEHIND,
    /** The provider has not got a payment that the log has. */
    PAYMENT_MISSING,
    /** The provider has a payment of which the log knows nothing. */
    PAYMENT_UNKNOWN,
    /** A payment is of another amount at the provider. */
    PAYMENT_AMOUNT,
    /** A payment stands otherwise at the provider. */
    PAYMENT_STATE,
    /** Money is held or taken for an order that is settled and does not stand. */
    MONEY_WITHOUT_ORDER,
    /** An order stands, and its money is not taken. */
    ORDER_WITHOUT_MONEY,
    /** A product's level is not the sum of its movements, or below nothing. */
    LEVEL_WRONG,
    /** What is reserved of a product is not what orders hold of it. */
    RESERVATION_WRONG
}
