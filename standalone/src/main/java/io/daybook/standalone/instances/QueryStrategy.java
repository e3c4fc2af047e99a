package io.daybook.standalone.instances;

/** Which of the instances that can answer is asked. */
enum QueryStrategy {
    /** One after the other. */
    ROUND_ROBIN,
    /** The one with the fewest queries that it has not answered yet. */
    LEAST_BUSY
}
