package io.daybook.command.payment;

/** Where a payment stands, as far as the log knows. */
enum PaymentState {
    /** Nobody has asked for it. */
    NONE,
    /** The provider is being asked to hold the money. */
    REQUESTED,
    /** The provider holds the money. */
    AUTHORIZED,
    /** The provider will not hold the money. */
    DECLINED,
    /** The provider is being asked to take the money; it may have taken it. */
    CAPTURING,
    /** The money is taken. */
    CAPTURED,
    /** The provider will not take the money; it may hold it still. */
    CAPTURE_FAILED,
    /** The provider is being asked to let go of the money. */
    VOIDING,
    /** Nothing is held or taken, and nothing will be. */
    VOIDED,
    /** The provider is being asked to give back what it may have taken. */
    REFUNDING,
    /** What was taken has been given back. */
    REFUNDED
}
