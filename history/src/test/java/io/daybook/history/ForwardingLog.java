package io.daybook.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Another log, but for what a test has it do otherwise. */
abstract class ForwardingLog implements EventLog {

    private final EventLog log;

    ForwardingLog(EventLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return log.name();
    }

    @Override
    public Counts counts() {
        return log.counts();
    }

    @Override
    public Optional<String> content() {
        return log.content();
    }

    @Override
    public void readEvents(Consumer<StoredEvent> sink) {
        log.readEvents(sink);
    }

    @Override
    public void readSnapshots(Consumer<StoredMessage> sink) {
        log.readSnapshots(sink);
    }

    @Override
    public void appendEvents(List<StoredEvent> events) {
        log.appendEvents(events);
    }

    @Override
    public void appendSnapshots(List<StoredMessage> snapshots) {
        log.appendSnapshots(snapshots);
    }

    @Override
    public void close() {
        log.close();
    }
}
