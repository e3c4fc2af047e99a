package io.daybook.ui.pages;

/** What became of something that a page asked for. */
public sealed interface Outcome {

    /** It is in the log. */
    record Done() implements Outcome {}

    /** It was refused, for a reason that is meant for people. */
    record Refused(String reason) implements Outcome {}

    /** It was sent, and there is no answer: it may or may not happen. */
    record Unknown() implements Outcome {}
}
