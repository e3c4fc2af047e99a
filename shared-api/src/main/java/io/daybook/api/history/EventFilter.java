package io.daybook.api.history;

import io.daybook.api.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are meant: those to which all of it applies.
 *
 * @param types simple names, for example {@code OrderPlaced}; empty for all
 * @param since the earliest; null for any
 * @param until the latest; null for any
 */
public record EventFilter(
        List<String> types,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final EventFilter ALL = new EventFilter(List.of(), null, null);

    public EventFilter {
        types = List.copyOf(types);
        Require.that(types.size() <= 50, "type", "must not be more than 50");
        Require.that(types.stream().allMatch(type -> type.matches("[A-Za-z0-9_]{1,80}")), "type", "must name events");
        Require.that(
                since == null || until == null || !until.isBefore(since), "until", "must not be before the beginning");
    }

    /** Whether an event of this time is meant. */
    public boolean takes(Instant at) {
        return (since == null || !at.isBefore(since)) && (until == null || !at.isAfter(until));
    }

    /** Whether an event of this name is meant. */
    public boolean takes(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
