package io.daybook.api.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a view that is to be made beside the live one, as it is decided up to now.
 *
 * @param from   entries that last changed before are taken over as they are; null for none
 * @param back   whether it is the copy that was live before and has been kept, brought up to date
 * @param paused whether it is to rest
 * @param swap   when it is to take the place of the live copy
 */
public record RebuildOrder(
        RebuildId id,
        String view,
        @Nullable Instant from,
        boolean back,
        boolean paused,
        Swap swap,
        String reason,
        String by) {

    /** When a copy takes the place of the live one. */
    public enum Swap {
        /** Not before somebody says so. */
        WHEN_TOLD,
        /** As soon as a comparison has found no difference. */
        WHEN_EQUAL,
        /** Whatever the comparison finds. */
        ANYWAY
    }

    RebuildOrder paused(boolean now) {
        return new RebuildOrder(id, view, from, back, now, swap, reason, by);
    }

    RebuildOrder swapped(Swap when, String why, String who) {
        return when.compareTo(swap) <= 0 ? this : new RebuildOrder(id, view, from, back, paused, when, why, who);
    }
}
