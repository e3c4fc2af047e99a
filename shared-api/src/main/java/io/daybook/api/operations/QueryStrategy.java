package io.daybook.api.operations;

/** Which of the instances that can answer a query is asked. */
public enum QueryStrategy {
    /** One after the other. */
    ROUND_ROBIN,
    /** The one with the fewest queries that it has not answered yet. */
    LEAST_BUSY
}
