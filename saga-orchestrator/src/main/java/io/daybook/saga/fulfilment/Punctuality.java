package io.daybook.saga.fulfilment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.jspecify.annotations.Nullable;

/**
 * Since when this instance has worked on fulfilments without a break, at the end of the log. No deadline counts the time
 * before that: what nobody worked on was not late by its own fault, and gets its time again once somebody does. An instance
 * that works on none holds nobody to a deadline; the one that does, does.
 */
final class Punctuality {

    private final Supplier<Collection<EventTrackerStatus>> segments;
    private final Clock clock;
    private @Nullable Instant since;

    /** @param segments those that the event processor of this instance works on */
    Punctuality(Supplier<Collection<EventTrackerStatus>> segments, Clock clock) {
        this.segments = segments;
        this.clock = clock;
    }

    /** To be called regularly. */
    void look() {
        Collection<EventTrackerStatus> now = segments.get();
        boolean atWork = !now.isEmpty() && now.stream().allMatch(each -> each.isCaughtUp() && !each.isErrorState());
        if (!atWork) {
            since = null;
        } else if (since == null) {
            since = clock.instant();
        }
    }

    /** Whether a step that began to wait so long ago has been worked on all the time. */
    boolean covers(Duration patience) {
        return since != null && !since.isAfter(clock.instant().minus(patience));
    }
}
