package io.daybook.history;

/** A line of a history file is not as it should be; the message says why, as the rest of a sentence. */
final class BrokenLine extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenLine(String message) {
        super(message);
    }
}
