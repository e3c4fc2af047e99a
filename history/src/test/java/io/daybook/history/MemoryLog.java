package io.daybook.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A log in memory. */
final class MemoryLog implements EventLog {

    final List<StoredEvent> events = new ArrayList<>();
    final List<StoredMessage> snapshots = new ArrayList<>();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Counts counts() {
        return new Counts(events.size(), snapshots.size());
    }

    @Override
    public Optional<String> content() {
        return events.isEmpty() && snapshots.isEmpty() ? Optional.empty() : Optional.of(counts().toString());
    }

    @Override
    public void readEvents(Consumer<StoredEvent> sink) {
        List.copyOf(events).forEach(sink);
    }

    @Override
    public void readSnapshots(Consumer<StoredMessage> sink) {
        List.copyOf(snapshots).forEach(sink);
    }

    @Override
    public void appendEvents(List<StoredEvent> more) {
        events.addAll(more);
    }

    @Override
    public void appendSnapshots(List<StoredMessage> more) {
        snapshots.addAll(more);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
