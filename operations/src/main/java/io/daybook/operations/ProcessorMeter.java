package io.daybook.operations;

import io.daybook.operations.ProcessorReport.SegmentReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the event processors of one instance say of themselves. Keeps the last reading: for how fast a processor
 * moves, and for how far one had come that no longer works here.
 */
final class ProcessorMeter {

    private final String instance;
    private final ProcessorTroubles troubles;
    private final Map<String, Map<Integer, Reading>> readings = new HashMap<>();

    private record Reading(int of, long position, Instant at, Pace pace) {}

    ProcessorMeter(String instance, ProcessorTroubles troubles) {
        this.instance = instance;
        this.troubles = troubles;
    }

    /** What an instance of this name said before it was started anew. */
    void remember(List<ProcessorReport> before) {
        for (ProcessorReport processor : before) {
            for (SegmentReport segment : processor.segments()) {
                of(processor.name())
                        .putIfAbsent(
                                segment.segment(),
                                new Reading(segment.of(), segment.position(), segment.seenAt(), new Pace()));
            }
        }
    }

    private Map<Integer, Reading> of(String processor) {
        return readings.computeIfAbsent(processor, name -> new TreeMap<>());
    }

    /** @param head asked for after all positions, so that what is appended in between does not make anybody look ahead of the log */
    List<ProcessorReport> read(
            Map<String, StreamingEventProcessor> processors, LongSupplier head, HeadHistory history, Instant now) {
        Map<String, Map<Integer, EventTrackerStatus>> statuses = new TreeMap<>();
        processors.forEach((name, processor) -> statuses.put(name, Map.copyOf(processor.processingStatus())));
        long end = head.getAsLong();
        history.add(end, now);
        List<ProcessorReport> reports = new ArrayList<>();
        statuses.forEach((name, status) -> {
            StreamingEventProcessor processor = processors.get(name);
            reports.add(new ProcessorReport(
                    name,
                    processor != null && processor.isRunning(),
                    troubles.of(instance, name).orElse(null),
                    segments(of(name), status, end, history, now)));
        });
        return reports;
    }

    private static List<SegmentReport> segments(
            Map<Integer, Reading> readings,
            Map<Integer, EventTrackerStatus> statuses,
            long head,
            HeadHistory history,
            Instant now) {
        List<SegmentReport> reports = new ArrayList<>();
        long nanoTime = System.nanoTime();
        statuses.forEach((id, status) -> {
            Reading before = readings.get(id);
            int of = status.getSegment().getMask() + 1;
            long position = status.getCurrentPosition().orElse(before == null ? 0 : before.position());
            Pace pace = before != null && before.of() == of ? before.pace() : new Pace();
            Reading after = new Reading(of, position, now, pace);
            readings.put(id, after);
            reports.add(report(id, after, pace.reached(position, nanoTime), status, head, history, now));
        });
        readings.forEach((id, last) -> {
            if (!statuses.containsKey(id)) {
                reports.add(report(id, last, 0, null, head, history, now));
            }
        });
        return reports;
    }

    private static SegmentReport report(
            int id,
            Reading reading,
            double perSecond,
            @Nullable EventTrackerStatus status,
            long head,
            HeadHistory history,
            Instant now) {
        return new SegmentReport(
                id,
                reading.of(),
                status != null,
                reading.at(),
                reading.position(),
                Math.max(0, head - reading.position()),
                history.behind(reading.position(), now)
                        .map(behind -> behind.toMillis())
                        .orElse(null),
                perSecond,
                status != null && status.isCaughtUp(),
                status != null && status.isReplaying());
    }
}
