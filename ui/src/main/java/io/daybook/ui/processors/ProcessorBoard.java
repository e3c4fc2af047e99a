package io.daybook.ui.processors;

import io.daybook.api.operations.InstanceName;
import io.daybook.operations.InstanceProcessors;
import io.daybook.operations.ProcessorDirectory;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.Sampler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The event processors as they are now, for programs, for the page and for all that are open. */
final class ProcessorBoard implements AutoCloseable {

    private static final int ACTIONS_SHOWN = 10;

    private final ProcessorDirectory directory;
    private final DecidedControls controls;
    private final Fragments fragments;
    private final ProcessorsSettings settings;
    private final Sampler sampler;

    /** What there is to show. */
    record Board(List<RunningProcessor> processors, List<ActionLine> actions) {}

    ProcessorBoard(
            ProcessorDirectory directory, DecidedControls controls, Fragments fragments, ProcessorsSettings settings) {
        this.directory = directory;
        this.controls = controls;
        this.fragments = fragments;
        this.settings = settings;
        this.sampler = new Sampler("processors", settings.refresh(), this::sample);
    }

    Board now() {
        List<InstanceProcessors> instances = directory.instances();
        return new Board(
                RunningProcessor.of(instances, controls.now().processors(), settings.caughtUp()),
                ActionLine.of(controls.now().processors(), instances));
    }

    Optional<RunningProcessor> find(String processor) {
        return now().processors().stream()
                .filter(found -> found.name().equals(processor))
                .findFirst();
    }

    /** The instance that works on a segment now. */
    static Optional<InstanceName> worker(RunningProcessor processor, int segment) {
        return processor.segments().stream()
                .filter(part -> part.segment() == segment)
                .flatMap(part -> Optional.ofNullable(part.instance()).stream())
                .findFirst()
                .map(InstanceName::new);
    }

    Sampler sampler() {
        return sampler;
    }

    Map<String, Object> model() {
        Board now = now();
        return Map.of(
                "processors",
                now.processors().stream().map(ProcessorRow::of).toList(),
                "actions",
                now.actions().stream()
                        .limit(ACTIONS_SHOWN)
                        .map(ProcessorRow::of)
                        .toList());
    }

    private Map<String, String> sample() {
        return Map.of("processors", fragments.render("staff/processors", "board", model()));
    }

    @Override
    public void close() {
        sampler.close();
    }
}
