package io.daybook.api.history;

import io.daybook.api.history.HistoryQuery.Thing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something stood.
 *
 * @param counted events that this state comes from
 * @param total   events that there are by now; 0 when there is no such thing
 * @param at      when the last of the counted ones happened; null when none is
 * @param state   as JSON with line breaks; empty when it did not exist yet
 * @param steps   events up to there and a few after it, oldest first: where the thing has many, not all
 * @param hidden  whether some personal data was left out
 */
public record StateAsOf(
        Thing thing,
        String id,
        long counted,
        long total,
        @Nullable Instant at,
        String state,
        List<Step> steps,
        boolean hidden) {

    /**
     * An event and what it changed.
     *
     * @param number   among the events of the thing, from 0
     * @param sequence in its stream, from 0
     */
    public record Step(long number, Instant at, String stream, long sequence, String what, List<FieldChange> changes) {}

    /**
     * A value that an event changed.
     *
     * @param field  its way from the top: {@code shippingAddress.city}
     * @param before empty when there was none
     * @param after  empty when there is none any more
     */
    public record FieldChange(String field, String before, String after) {}
}
