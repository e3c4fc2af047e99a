package io.daybook.history;

/**
 * An event at its place in the log.
 *
 * @param position greater than that of the event before it
 */
public record StoredEvent(long position, StoredMessage message) {}
