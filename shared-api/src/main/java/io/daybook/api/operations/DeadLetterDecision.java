package io.daybook.api.operations;

/**
 * What an operator has decided about events that were put aside. The processing group that has them finds the decision in
 * the log like any other event, and carries it out there and then.
 */
public interface DeadLetterDecision {

    /** The processing group that put them aside. */
    String group();

    /** Whose events they are: an order for example. */
    String sequence();
}
