package io.daybook.api.operations;

/** How far an instance takes part in the work of its service. */
public enum Participation {
    /** In all of it. */
    FULL,
    /** It is sent no command and no query, and ends those that it has; it goes on with the events that it works on. */
    DRAINED,
    /** In nothing: it has given the events that it worked on to others, too. */
    DISABLED
}
