package io.daybook.query.auditor;

/** An event cannot be read or applied: what it belongs to cannot be judged. */
final class UnfitEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitEvent(String what, RuntimeException cause) {
        super(what, cause);
    }
}
