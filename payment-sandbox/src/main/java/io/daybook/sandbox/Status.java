package io.daybook.sandbox;

/** Where a payment stands in the provider's books. */
enum Status {
    AUTHORIZED,
    DECLINED,
    CAPTURED,
    /** Taking the money was refused; it is still held until it is voided. */
    CAPTURE_FAILED,
    VOIDED,
    REFUNDED
}
