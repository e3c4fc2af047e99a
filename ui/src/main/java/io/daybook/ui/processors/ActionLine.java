package io.daybook.ui.processors;

import io.daybook.api.operations.OrderedAction;
import io.daybook.api.operations.ProcessorControls;
import io.daybook.api.operations.SegmentAction;
import io.daybook.operations.InstanceProcessors;
import io.daybook.operations.SegmentOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that an operator had an instance do with a segment, and what became of it.
 *
 * @param state ORDERED until the instance has said something of it
 */
record ActionLine(
        String id,
        Instant at,
        String instance,
        String processor,
        int segment,
        SegmentAction action,
        String reason,
        String by,
        State state,
        String note) {

    /** How far it has come. */
    enum State {
        ORDERED,
        UNDER_WAY,
        DONE,
        FAILED
    }

    /** The newest first. */
    static List<ActionLine> of(ProcessorControls controls, List<InstanceProcessors> instances) {
        Map<String, SegmentOutcome> outcomes = new HashMap<>();
        instances.forEach(instance -> instance.outcomes().forEach(outcome -> outcomes.put(outcome.action(), outcome)));
        List<ActionLine> lines = new ArrayList<>();
        controls.actions().forEach(action -> lines.add(line(action, outcomes)));
        Collections.reverse(lines);
        return lines;
    }

    private static ActionLine line(OrderedAction action, Map<String, SegmentOutcome> outcomes) {
        SegmentOutcome outcome = outcomes.get(action.id().value());
        return new ActionLine(
                action.id().value(),
                action.at(),
                action.instance().value(),
                action.processor().value(),
                action.segment(),
                action.action(),
                action.reason(),
                action.by(),
                outcome == null ? State.ORDERED : State.valueOf(outcome.state().name()),
                outcome == null ? "Nothing heard of it" : outcome.note());
    }
}
