package io.daybook.operations;

import java.time.Instant;
import java.util.List;

/**
 * What an instance says of its event processors.
 *
 * @param process name of the process and machine it runs in
 * @param at      when it said so
 * @param lost    it has said nothing for so long that it is not well; nobody knows what it works on
 */
public record InstanceProcessors(
        String instance,
        String service,
        String process,
        Instant at,
        boolean lost,
        List<ProcessorReport> processors,
        List<SegmentOutcome> outcomes) {}
