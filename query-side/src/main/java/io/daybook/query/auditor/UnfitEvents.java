package io.daybook.query.auditor;

import io.daybook.operations.letters.Poison;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events that cannot be read or applied. Each is told of once: the views have put it aside, and say so. One thread's. */
final class UnfitEvents {

    private static final Logger log = LoggerFactory.getLogger(UnfitEvents.class);
    private static final int MOST = 10_000;

    private final Set<String> told = new HashSet<>();

    /** What to throw: the failure itself where it does not lie in the event, and passes. */
    RuntimeException of(String stream, long sequence, RuntimeException failure) {
        if (failure instanceof UnfitEvent || !Poison.is(failure)) {
            return failure;
        }
        String which = "event %d of %s".formatted(sequence, stream);
        if (told.size() < MOST && told.add(which)) {
            log.warn("The auditor cannot judge what {} belongs to: {}", which, Poison.text(failure));
        }
        return new UnfitEvent(which, failure);
    }
}
