package io.daybook.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/** Writes a log to a file. */
public final class Export {

    private Export() {}

    /**
     * Writes all of the log to a new file.
     *
     * @return what the file says of itself
     * @throws HistoryFailure if the file exists, the log cannot be read, or somebody writes to the log meanwhile
     */
    public static Summary write(EventLog log, Path file, Progress progress) throws IOException {
        Counts before = log.counts();
        Header header = new Header(log.name(), Clock.tickMillis(ZoneOffset.UTC).instant());
        try (HistoryWriter writer = new HistoryWriter(file, header)) {
            Progress.Count count = progress.start("exported", before.events());
            log.readEvents(event -> {
                writer.event(event);
                count.add(1);
            });
            count.end();
            log.readSnapshots(writer::snapshot);
            Counts after = log.counts();
            if (!before.equals(after) || !after.equals(writer.written())) {
                throw new HistoryFailure(
                        "The log has not stood still: it had %s before the export and %s after it, and %s were read. Stop the platform first"
                                .formatted(before, after, writer.written()));
            }
            return writer.finish();
        }
    }
}
