package io.daybook.query.rebuild;

/** The live view does not stand where a copy could be compared with it; it will. */
final class NotSettled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSettled(String what) {
        super(what);
    }
}
