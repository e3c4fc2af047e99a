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
    private int commits;

    CommitInBackground(MVStore store, Duration interval) {
        super(store);
        clock.scheduleWithFixedDelay(this::commit, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void commit() {
        try {
            betweenCommands(store::tryCommit);
            if (++commits % TIDY_EVERY == 0) {
                betweenCommands(() -> store.compact(TIDY_BELOW_PERCENT, TIDY_BYTES));
            }
        } catch (RuntimeException failure) {
            log.error(
                    "Views or logs could not be committed; views will be rebuilt from the log if this goes on",
                    failure);
        }
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
