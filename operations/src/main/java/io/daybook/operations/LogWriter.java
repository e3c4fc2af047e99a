package io.daybook.operations;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes the lines that wait. What cannot be written goes on waiting and is tried again, under the same names, so that
 * nothing is there twice. That it fails is said once, in a line that waits like any other; that lines were dropped is said
 * as soon as the log can be written again.
 */
final class LogWriter extends Repeated {

    private static final Logger log = LoggerFactory.getLogger(LogWriter.class);
    private static final int BATCH = 500;
    private static final InsertManyOptions EACH_FOR_ITSELF = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> lines;
    private final LogQueue queue;
    private final LogOrigin origin;
    private final Clock clock;
    private boolean prepared;
    private long told;
    private long notices;

    LogWriter(MongoCollection<Document> lines, LogQueue queue, LogOrigin origin, LogSettings settings, Clock clock) {
        super("log-writer", settings.write());
        this.lines = lines;
        this.queue = queue;
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    synchronized void round() {
        if (!prepared) {
            prepare();
            prepared = true;
        }
        for (List<LogEntry> batch = queue.first(BATCH); !batch.isEmpty(); batch = queue.first(BATCH)) {
            write(batch);
            queue.remove(batch.size());
        }
        long dropped = queue.dropped();
        if (dropped > told) {
            write(List.of(notice(dropped - told)));
            told = dropped;
        }
    }

    private void prepare() {
        IndexOptions onlyWhatIsThere = new IndexOptions().sparse(true);
        lines.createIndex(Indexes.ascending(LogDocument.ORDER), onlyWhatIsThere);
        lines.createIndex(Indexes.ascending(LogDocument.TRACE), onlyWhatIsThere);
        lines.createIndex(Indexes.ascending(LogDocument.MINUTE));
    }

    private void write(List<LogEntry> batch) {
        try {
            lines.insertMany(
                    batch.stream()
                            .map(entry -> LogDocument.write(origin.of(entry)))
                            .toList(),
                    EACH_FOR_ITSELF);
        } catch (MongoBulkWriteException some) {
            // One that is there already had been written by an attempt of which the answer did not arrive.
            long lost = some.getWriteErrors().stream()
                    .filter(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)
                    .count();
            queue.lose((int) lost);
        }
    }

    private LogEntry notice(long dropped) {
        return new LogEntry(
                --notices,
                clock.instant(),
                Level.WARN,
                null,
                LogWriter.class.getName(),
                Thread.currentThread().getName(),
                "%d log lines were dropped: they came faster than they could be written, or the database was away"
                        .formatted(dropped),
                null,
                null,
                null);
    }

    /** Writes what waits. Ends after all else has, because that may have something to say. */
    @Override
    public void stop() {
        super.stop();
        try {
            round();
        } catch (RuntimeException away) {
            log.warn("The last log lines of this process are lost to the central log: {}", away.toString());
        }
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
