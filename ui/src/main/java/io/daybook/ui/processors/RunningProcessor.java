package io.daybook.ui.processors;

import io.daybook.api.operations.ProcessorControls;
import io.daybook.api.operations.ProcessorName;
import io.daybook.api.operations.ProcessorStop;
import io.daybook.operations.InstanceProcessors;
import io.daybook.operations.ProcessorReport;
import io.daybook.operations.ProcessorReport.SegmentReport;
import io.daybook.operations.ProcessorReport.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event processor, put together from what all instances say of it.
 *
 * @param purpose   what it does
 * @param divisible whether its segments can be split and merged
 * @param stopped   by an operator; null when it is to run
 * @param runsOn    instances on which it runs, also where it has nothing to do
 * @param segments  into which its events are divided now
 */
record RunningProcessor(
        String name,
        String purpose,
        boolean divisible,
        @Nullable ProcessorStop stopped,
        List<String> runsOn,
        List<Part> segments) {

    /** How a segment is doing. */
    enum State {
        CAUGHT_UP,
        CATCHING_UP,
        REPLAYING,
        /** It runs on no instance, because an operator has stopped it. */
        STOPPED,
        /** No instance works on it at present. */
        WAITING,
        /** Its batches of events fail. */
        FAILING
    }

    /**
     * A segment.
     *
     * @param instance  that works on it; null when none does, and the rest is what was so when one last did
     * @param of        into so many parts of this size all events are divided
     * @param lag       events between its position and the head of the log
     * @param lagMillis for so long there have been events that it has not come to; null when longer than anybody watched
     * @param perSecond events of the log that it passes
     */
    record Part(
            int segment,
            int of,
            @Nullable String instance,
            State state,
            long position,
            long lag,
            @Nullable Long lagMillis,
            double perSecond,
            @Nullable Trouble trouble) {}

    private record Said(String instance, ProcessorReport processor, SegmentReport segment) {}

    static List<RunningProcessor> of(
            List<InstanceProcessors> instances, ProcessorControls controls, Duration caughtUp) {
        Map<String, List<InstanceProcessors>> byName = new TreeMap<>();
        instances.forEach(instance -> instance.processors()
                .forEach(processor -> byName.computeIfAbsent(processor.name(), name -> new ArrayList<>())
                        .add(instance)));
        List<RunningProcessor> found = new ArrayList<>();
        byName.forEach((name, on) -> {
            ProcessorName processor = new ProcessorName(name);
            ProcessorStop stop = controls.stopped().get(processor);
            found.add(new RunningProcessor(
                    name,
                    ProcessorText.purpose(name),
                    processor.isDivisible(),
                    stop,
                    on.stream()
                            .filter(instance -> reportOf(instance, name).running())
                            .map(InstanceProcessors::instance)
                            .toList(),
                    parts(name, on, stop != null, caughtUp)));
        });
        return found;
    }

    private static ProcessorReport reportOf(InstanceProcessors instance, String processor) {
        return instance.processors().stream()
                .filter(report -> report.name().equals(processor))
                .findFirst()
                .orElseThrow();
    }

    private static List<Part> parts(String name, List<InstanceProcessors> on, boolean stopped, Duration caughtUp) {
        List<Said> said = new ArrayList<>();
        for (InstanceProcessors instance : on) {
            ProcessorReport report = reportOf(instance, name);
            report.segments().forEach(segment -> said.add(new Said(instance.instance(), report, segment)));
        }
        Trouble trouble = on.stream()
                .map(instance -> reportOf(instance, name).trouble())
                .flatMap(each -> Optional.ofNullable(each).stream())
                .reduce(RunningProcessor::both)
                .orElse(null);
        // What is worked on now counts; what is not is known from whoever worked on it last, as it was divided then.
        said.sort(Comparator.comparing((Said each) -> !each.segment().claimed())
                .thenComparing(each -> each.segment().seenAt(), Comparator.reverseOrder()));
        List<Said> present = new ArrayList<>();
        for (Said each : said) {
            if (each.segment().claimed()
                    || present.stream().noneMatch(known -> known.segment().overlaps(each.segment()))) {
                present.add(each);
            }
        }
        return present.stream()
                .sorted(Comparator.comparingInt(each -> each.segment().segment()))
                .map(each -> part(each, trouble, stopped, caughtUp))
                .toList();
    }

    /** Two instances that fail at the same, one after the other. */
    private static Trouble both(Trouble one, Trouble other) {
        return new Trouble(
                one.last().isAfter(other.last()) ? one.message() : other.message(),
                one.since().isBefore(other.since()) ? one.since() : other.since(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    private static Part part(Said said, @Nullable Trouble ofAny, boolean stopped, Duration caughtUp) {
        SegmentReport segment = said.segment();
        Trouble trouble = segment.claimed() ? said.processor().trouble() : ofAny;
        return new Part(
                segment.segment(),
                segment.of(),
                segment.claimed() ? said.instance() : null,
                state(segment, trouble, stopped, caughtUp),
                segment.position(),
                segment.lag(),
                segment.lagMillis(),
                segment.perSecond(),
                trouble);
    }

    private static State state(SegmentReport segment, @Nullable Trouble trouble, boolean stopped, Duration caughtUp) {
        if (trouble != null && !stopped) {
            return State.FAILING;
        } else if (!segment.claimed()) {
            return stopped ? State.STOPPED : State.WAITING;
        } else if (segment.replaying()) {
            return State.REPLAYING;
        }
        Long behind = segment.lagMillis();
        return behind != null && behind <= caughtUp.toMillis() ? State.CAUGHT_UP : State.CATCHING_UP;
    }
}
