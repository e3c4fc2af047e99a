package io.daybook.api.operations;

import java.time.Instant;

/**
 * Something that an operator has an instance do with a segment of an event processor.
 *
 * @param at when it was decided; an instance that was started later does not do it
 */
public record OrderedAction(
        SegmentActionId id,
        InstanceName instance,
        ProcessorName processor,
        int segment,
        SegmentAction action,
        Instant at,
        String reason,
        String by) {}
