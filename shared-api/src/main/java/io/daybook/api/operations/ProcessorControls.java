package io.daybook.api.operations;

import io.daybook.api.operations.OperationsEvent.ProcessorStarted;
import io.daybook.api.operations.OperationsEvent.ProcessorStopped;
import io.daybook.api.operations.OperationsEvent.SegmentSteered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What operators have decided about event processors.
 *
 * @param stopped those that run on no instance
 * @param actions with segments, the newest last; only so many are remembered
 */
public record ProcessorControls(Map<ProcessorName, ProcessorStop> stopped, List<OrderedAction> actions) {

    /** Nobody has decided anything. */
    public static final ProcessorControls USUAL = new ProcessorControls(Map.of(), List.of());

    /** Many more than are ordered between two looks of an instance. */
    static final int REMEMBERED = 50;

    public ProcessorControls {
        stopped = Map.copyOf(stopped);
        actions = List.copyOf(actions);
    }

    public boolean isStopped(String processor) {
        return stopped.containsKey(new ProcessorName(processor));
    }

    ProcessorControls after(ProcessorStopped event) {
        if (stopped.containsKey(event.processor())) {
            return this;
        }
        Map<ProcessorName, ProcessorStop> changed = new HashMap<>(stopped);
        changed.put(event.processor(), new ProcessorStop(event.at(), event.reason(), event.by()));
        return new ProcessorControls(changed, actions);
    }

    ProcessorControls after(ProcessorStarted event) {
        Map<ProcessorName, ProcessorStop> changed = new HashMap<>(stopped);
        changed.remove(event.processor());
        return new ProcessorControls(changed, actions);
    }

    /** One that is known already is not ordered again. */
    ProcessorControls after(SegmentSteered event) {
        if (actions.stream().anyMatch(known -> known.id().equals(event.action()))) {
            return this;
        }
        OrderedAction ordered = new OrderedAction(
                event.action(),
                event.instance(),
                event.processor(),
                event.segment(),
                event.what(),
                event.at(),
                event.reason(),
                event.by());
        return new ProcessorControls(
                stopped,
                Stream.concat(actions.stream().skip(Math.max(0, actions.size() - REMEMBERED + 1)), Stream.of(ordered))
                        .toList());
    }
}
