package io.daybook.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A log that can be read from its beginning and, when it is empty, be filled. Every method may throw a {@link HistoryFailure}. */
public interface EventLog extends AutoCloseable {

    /** What kind of log this is, for a person to read. */
    String name();

    /** How many events it holds, and how many aggregates with a snapshot. */
    Counts counts();

    /** What it holds already that keeps it from being filled; empty when it is new. */
    Optional<String> content();

    /** Hands over all events that are there now, in the order of their positions. */
    void readEvents(Consumer<StoredEvent> sink);

    /** Hands over the newest snapshot of each aggregate that has one. */
    void readSnapshots(Consumer<StoredMessage> sink);

    /** Appends events, all or none, in this order; returns when they are stored. Positions are the log's own. */
    void appendEvents(List<StoredEvent> events);

    /** Stores snapshots, at most one for each aggregate; returns when they are stored. */
    void appendSnapshots(List<StoredMessage> snapshots);

    @Override
    void close();
}
