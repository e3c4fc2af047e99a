package io.daybook.operations;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Something that is done again and again on a thread of its own; when it fails, that is said once, and it is tried again. */
abstract class Repeated implements SmartLifecycle {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String thread;
    private final Duration every;
    private @Nullable ScheduledExecutorService running;
    private boolean failing;

    /** @param every the time between the end of one round and the beginning of the next */
    Repeated(String thread, Duration every) {
        this.thread = thread;
        this.every = every;
    }

    /** One round. */
    abstract void round();

    @Override
    public void start() {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread only = new Thread(task, thread);
            only.setDaemon(true);
            return only;
        });
        var unused = made.scheduleWithFixedDelay(this::attempt, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        running = made;
    }

    private void attempt() {
        try {
            round();
            failing = false;
        } catch (Throwable failure) {
            // Any, even that memory has run out: one that got out would end the repetition for good.
            if (!failing) {
                log.warn("Does not get on with it; tries again until it does", failure);
            }
            failing = true;
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService ending = running;
        if (ending != null) {
            ending.shutdown();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
