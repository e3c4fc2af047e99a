package io.daybook.operations;

import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OrderedAction;
import io.daybook.api.operations.ProcessorControls;
import io.daybook.operations.SegmentOutcome.State;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators have one instance do with segments of its event processors: each action once, and only those that were
 * ordered while it lived.
 */
public final class SegmentWork {

    private static final Logger log = LoggerFactory.getLogger(SegmentWork.class);
    private static final int REMEMBERED = 50;

    private final InstanceName instance;
    private final Instant startedAt;
    private final Supplier<Configuration> axon;
    private final Clock clock;
    private final Map<String, SegmentOutcome> outcomes = new Newest();

    private static final class Newest extends LinkedHashMap<String, SegmentOutcome> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SegmentOutcome> eldest) {
            // More than the controls remember, so that what is forgotten here is not seen there again.
            return size() > 2 * REMEMBERED;
        }
    }

    /** @param startedAt when the instance was */
    public SegmentWork(InstanceName instance, Instant startedAt, Supplier<Configuration> axon, Clock clock) {
        this.instance = instance;
        this.startedAt = startedAt;
        this.axon = axon;
        this.clock = clock;
    }

    /** Begins what is new in them and for this instance; waits for nothing. */
    public void follow(ProcessorControls controls) {
        controls.actions().stream()
                .filter(action -> action.instance().equals(instance))
                .filter(action -> action.at().isAfter(startedAt))
                .filter(action -> isNew(action.id().value()))
                .forEach(this::begin);
    }

    /** The newest last. */
    public synchronized List<SegmentOutcome> outcomes() {
        return outcomes.values().stream()
                .skip(Math.max(0, outcomes.size() - REMEMBERED))
                .toList();
    }

    private synchronized boolean isNew(String action) {
        return !outcomes.containsKey(action);
    }

    private synchronized void note(OrderedAction action, State state, String what) {
        String id = action.id().value();
        outcomes.put(id, new SegmentOutcome(id, state, what, clock.instant()));
        if (state != State.UNDER_WAY) {
            log.info("{} {} of {}: {}", action.action(), action.segment(), action.processor(), what);
        }
    }

    private void begin(OrderedAction action) {
        note(action, State.UNDER_WAY, "Under way");
        try {
            StreamingEventProcessor processor = axon.get()
                    .eventProcessingConfiguration()
                    .eventProcessor(action.processor().value(), StreamingEventProcessor.class)
                    .orElse(null);
            EventTrackerStatus status =
                    processor == null ? null : processor.processingStatus().get(action.segment());
            if (processor == null || status == null) {
                note(action, State.FAILED, "%s does not work on this segment".formatted(instance));
                return;
            }
            switch (action.action()) {
                case RELEASE -> {
                    processor.releaseSegment(action.segment());
                    note(action, State.DONE, "%s leaves it to others for some seconds".formatted(instance));
                }
                case SPLIT -> split(action, processor);
                case MERGE -> merge(action, processor, status.getSegment());
            }
        } catch (RuntimeException failure) {
            log.warn("{} of segment {} of {} failed", action.action(), action.segment(), action.processor(), failure);
            note(action, State.FAILED, failure.toString());
        }
    }

    private void split(OrderedAction action, StreamingEventProcessor processor) {
        var unused = processor
                .splitSegment(action.segment())
                .whenComplete((done, failure) -> ended(action, done, failure, "There are two of it now"));
    }

    /** Axon would give up the first half before it sees that the other one is not to be had, and not take it back for a minute. */
    private void merge(OrderedAction action, StreamingEventProcessor processor, Segment half) {
        EventTrackerStatus other = processor.processingStatus().get(half.mergeableSegmentId());
        if (half.getMask() == 0) {
            note(action, State.FAILED, "It is the only segment");
        } else if (other == null) {
            note(
                    action,
                    State.FAILED,
                    "%s does not work on its other half, segment %d: release that one elsewhere first"
                            .formatted(instance, half.mergeableSegmentId()));
        } else if (other.getSegment().getMask() != half.getMask()) {
            note(
                    action,
                    State.FAILED,
                    "Its other half, segment %d, is itself split: merge that one first"
                            .formatted(half.mergeableSegmentId()));
        } else {
            var unused = processor
                    .mergeSegment(action.segment())
                    .whenComplete((done, failure) -> ended(action, done, failure, "Its halves are one again"));
        }
    }

    private void ended(OrderedAction action, @Nullable Boolean done, @Nullable Throwable failure, String whenDone) {
        if (failure != null) {
            log.warn("{} of segment {} of {} failed", action.action(), action.segment(), action.processor(), failure);
            note(action, State.FAILED, failure.toString());
        } else if (Boolean.TRUE.equals(done)) {
            note(action, State.DONE, whenDone);
        } else {
            note(action, State.FAILED, "The event processor would not do it");
        }
    }
}
