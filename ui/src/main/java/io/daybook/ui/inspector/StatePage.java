package io.daybook.ui.inspector;

import io.daybook.api.history.StateAsOf;
import io.daybook.api.history.StateAsOf.FieldChange;
import io.daybook.ui.pages.Times;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something stood, as the page shows it.
 *
 * @param at      when the last event that is counted happened; null when none is
 * @param field   the same for a field of a form
 * @param last    number of the last counted event; -1 for none
 * @param newest  number of the newest event
 * @param steps   newest first
 */
public record StatePage(
        String id,
        @Nullable Times at,
        String field,
        long last,
        long newest,
        String state,
        List<StepRow> steps,
        boolean earlier,
        boolean hidden) {

    /** @param counted whether this state comes from it, too */
    public record StepRow(
            long number,
            Times at,
            String stream,
            long sequence,
            String what,
            List<FieldChange> changes,
            boolean counted,
            boolean here) {}

    static StatePage of(StateAsOf told) {
        long last = told.counted() - 1;
        List<StepRow> steps = new ArrayList<>(told.steps().stream()
                .map(step -> new StepRow(
                        step.number(),
                        Times.of(step.at()),
                        step.stream(),
                        step.sequence(),
                        step.what(),
                        step.changes(),
                        step.number() <= last,
                        step.number() == last))
                .toList());
        boolean earlier = !steps.isEmpty() && steps.get(0).number() > 0;
        Collections.reverse(steps);
        return new StatePage(
                told.id(),
                told.at() == null ? null : Times.of(told.at()),
                Moment.field(told.at()),
                last,
                told.total() - 1,
                told.state(),
                steps,
                earlier,
                told.hidden());
    }
}
