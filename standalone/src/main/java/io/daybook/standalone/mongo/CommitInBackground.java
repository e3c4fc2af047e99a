package io.daybook.standalone.mongo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes are answered at once and committed at intervals, without waiting for the disk: a crash loses the last of them. */
final class CommitInBackground extends Commits {

    private static final Logger log = LoggerFactory.getLogger(CommitInBackground.class);
    private static final int ENOUGH_UNSAVED_BYTES = 24 << 20;
    private static final int TIDY_EVERY = 8;
    private static final int TIDY_BELOW_PERCENT = 60;
    private static final int TIDY_BYTES = 8 << 20;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "views-commit"));
    private final String file;
    private int commits;
    private String said = "";

    CommitInBackground(MVStore store, Duration interval) {
        super(store);
        file = store.getFileStore().getFileName();
        clock.scheduleWithFixedDelay(this::commit, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void commit() {
        try {
            betweenCommands(store::tryCommit);
            if (++commits % TIDY_EVERY == 0) {
                betweenCommands(() -> store.compact(TIDY_BELOW_PERCENT, TIDY_BYTES));
            }
            said = "";
        } catch (Throwable failure) {
            // Any: one that got out would end the commits for good. Said once: it is so again at each interval.
            String toDo = whatToDo();
            if (!toDo.equals(said)) {
                log.error("{} could not be committed; {}", file, toDo, failure);
            }
            said = toDo;
        }
    }

    private String whatToDo() {
        return store.isClosed()
                ? "nobody can read or write it now: see that there is room on the disk, and start Daybook again"
                : "this is tried again";
    }

    @Override
    void written() {
        if (store.getUnsavedMemory() > ENOUGH_UNSAVED_BYTES) {
            betweenCommands(store::tryCommit);
        }
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
