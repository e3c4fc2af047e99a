package io.daybook.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows what operators decide, in the log, and has all that is steered here act upon it. The decisions are one short
 * stream, of which only what is new is read: no view is needed, and none can be behind.
 */
final class ControlsFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ControlsFeed.class);

    private final EventStore events;
    private final List<Steered> steered;
    private final Duration every;
    private Controls controls = Controls.USUAL;
    private long next;
    private @Nullable ScheduledExecutorService thread;
    private boolean silent;

    ControlsFeed(EventStore events, List<Steered> steered, Duration every) {
        this.events = events;
        this.steered = List.copyOf(steered);
        this.every = every;
    }

    @Override
    public void start() {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread follower = new Thread(task, "controls");
            follower.setDaemon(true);
            return follower;
        });
        made.scheduleWithFixedDelay(this::follow, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        thread = made;
    }

    private void follow() {
        try {
            if (readOn()) {
                steered.forEach(each -> each.steer(controls));
            }
            silent = false;
        } catch (RuntimeException failure) {
            // Any: one that got out would end the following for good.
            if (!silent) {
                log.warn("What operators decide cannot be followed; it is tried again", failure);
            }
            silent = true;
        }
    }

    /** Whether there was something new. */
    private boolean readOn() {
        DomainEventStream stream = events.readEvents(ControlsId.ALL.value(), next);
        boolean changed = false;
        while (stream.hasNext()) {
            var event = stream.next();
            controls = controls.after((OperationsEvent) event.getPayload());
            next = event.getSequenceNumber() + 1;
            changed = true;
        }
        return changed;
    }

    @Override
    public void stop() {
        ScheduledExecutorService ending = thread;
        if (ending != null) {
            ending.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
