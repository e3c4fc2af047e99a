package io.daybook.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fills an empty log from a file. The file is read twice: nothing is written before all of it has been checked. */
public final class Import {

    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 1 << 20;

    private final EventLog log;
    private final Progress.Count count;
    private final List<StoredEvent> events = new ArrayList<>(BATCH);
    private final List<StoredMessage> snapshots = new ArrayList<>(BATCH);
    private long bytes;

    private Import(EventLog log, Progress.Count count) {
        this.log = log;
        this.count = count;
    }

    /**
     * Fills the log.
     *
     * @return what the file says of itself, which is what the log holds now
     * @throws HistoryFailure if the log is not empty or the file is not sound, and nothing has been written; or if the log
     *     cannot be filled, which leaves it incomplete
     */
    public static Summary read(Path file, EventLog log, Progress progress) throws IOException {
        log.content().ifPresent(content -> {
            throw new HistoryFailure(
                    "The %s log is not empty: it holds %s. An import fills a new log only; what an import that was cut short has left is to be thrown away"
                            .formatted(log.name(), content));
        });
        Summary expected = Verification.of(file, progress);
        Progress.Count count = progress.start("imported", expected.counts().events());
        try {
            new Import(log, count).fill(file);
            compare(expected.counts(), log.counts());
        } catch (HistoryFailure incomplete) {
            String message = incomplete.getMessage() + ". The log is incomplete: throw it away";
            throw incomplete instanceof Unreachable
                    ? new Unreachable(message, incomplete)
                    : new HistoryFailure(message, incomplete);
        }
        count.end();
        return expected;
    }

    private static void compare(Counts expected, Counts found) {
        if (!expected.equals(found)) {
            throw new HistoryFailure("The file has %s, and the log now %s".formatted(expected, found));
        }
    }

    private void fill(Path file) throws IOException {
        HistoryReader.read(file, this::add, this::add);
        flushEvents();
        flushSnapshots();
    }

    private void add(StoredEvent event) {
        events.add(event);
        bytes += event.message().size();
        if (isFull(events)) {
            flushEvents();
        }
    }

    private void add(StoredMessage snapshot) {
        flushEvents();
        snapshots.add(snapshot);
        bytes += snapshot.size();
        if (isFull(snapshots)) {
            flushSnapshots();
        }
    }

    private boolean isFull(List<?> batch) {
        return batch.size() == BATCH || bytes >= BATCH_BYTES;
    }

    private void flushEvents() {
        if (!events.isEmpty()) {
            log.appendEvents(List.copyOf(events));
            count.add(events.size());
            events.clear();
            bytes = 0;
        }
    }

    private void flushSnapshots() {
        if (!snapshots.isEmpty()) {
            log.appendSnapshots(List.copyOf(snapshots));
            snapshots.clear();
            bytes = 0;
        }
    }
}
