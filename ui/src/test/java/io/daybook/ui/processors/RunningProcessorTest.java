package io.daybook.ui.processors;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.operations.ProcessorControls;
import io.daybook.api.operations.ProcessorName;
import io.daybook.api.operations.ProcessorStop;
import io.daybook.operations.InstanceProcessors;
import io.daybook.operations.ProcessorReport;
import io.daybook.operations.ProcessorReport.SegmentReport;
import io.daybook.operations.ProcessorReport.Trouble;
import io.daybook.ui.processors.RunningProcessor.Part;
import io.daybook.ui.processors.RunningProcessor.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunningProcessorTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final Duration CAUGHT_UP = Duration.ofSeconds(2);
    private static final ProcessorControls STOPPED = new ProcessorControls(
            Map.of(new ProcessorName("fulfilment"), new ProcessorStop(NOON, "test", "olga")), List.of());

    private static SegmentReport claimed(int segment, int of, @Nullable Long lagMillis) {
        return new SegmentReport(segment, of, true, NOON, 90, 10, lagMillis, 5, true, false);
    }

    private static SegmentReport left(int segment, int of, int secondsAgo) {
        return new SegmentReport(segment, of, false, NOON.minusSeconds(secondsAgo), 80, 20, 5000L, 0, false, false);
    }

    private static InstanceProcessors instance(String name, @Nullable Trouble trouble, SegmentReport... segments) {
        return new InstanceProcessors(
                name,
                "orchestrator",
                "1@here",
                NOON,
                false,
                List.of(new ProcessorReport("fulfilment", true, trouble, List.of(segments))),
                List.of());
    }

    private static List<Part> parts(ProcessorControls controls, InstanceProcessors... instances) {
        List<RunningProcessor> found = RunningProcessor.of(List.of(instances), controls, CAUGHT_UP);
        assertThat(found).hasSize(1);
        return found.get(0).segments();
    }

    @Test
    void the_segments_are_those_that_are_worked_on_now() {
        List<Part> parts = parts(
                ProcessorControls.USUAL,
                instance("one", null, claimed(0, 2, 0L), left(1, 2, 10)),
                instance("other", null, left(0, 1, 60), claimed(1, 2, 9000L)));

        assertThat(parts).extracting(Part::instance).containsExactly("one", "other");
        assertThat(parts).extracting(Part::state).containsExactly(State.CAUGHT_UP, State.CATCHING_UP);
    }

    @Test
    void one_that_nobody_works_on_is_known_from_whoever_did_last() {
        List<Part> parts = parts(
                ProcessorControls.USUAL,
                instance("one", null, claimed(0, 2, 0L), left(1, 2, 10)),
                instance("other", null, left(0, 1, 60)));

        assertThat(parts).extracting(Part::segment).containsExactly(0, 1);
        assertThat(parts).extracting(Part::state).containsExactly(State.CAUGHT_UP, State.WAITING);
        assertThat(parts.get(1).lag()).isEqualTo(20);
    }

    @Test
    void one_that_was_stopped_is_behind_by_what_has_come_since() {
        List<Part> parts =
                parts(STOPPED, instance("one", null, left(0, 1, 10)), instance("other", null, left(0, 1, 60)));

        assertThat(parts).extracting(Part::state).containsExactly(State.STOPPED);
        assertThat(parts).extracting(Part::instance).containsOnlyNulls();
    }

    @Test
    void one_whose_batches_fail_says_why_also_between_two_attempts() {
        Trouble trouble = new Trouble("no space left", NOON.minusSeconds(30), NOON);

        List<Part> parts = parts(ProcessorControls.USUAL, instance("one", trouble, left(0, 1, 3)));

        assertThat(parts).extracting(Part::state).containsExactly(State.FAILING);
        assertThat(parts).extracting(Part::trouble).containsExactly(trouble);
    }

    @Test
    void trouble_that_another_instance_does_not_have_is_over() {
        Trouble trouble = new Trouble("no space left", NOON.minusSeconds(30), NOON);

        List<Part> parts = parts(
                ProcessorControls.USUAL,
                instance("one", trouble, left(0, 1, 3)),
                instance("other", null, claimed(0, 1, 0L)));

        assertThat(parts).extracting(Part::state).containsExactly(State.CAUGHT_UP);
    }

    @Test
    void a_processor_that_has_fallen_behind_by_longer_than_anybody_watched_has_not_caught_up() {
        assertThat(parts(ProcessorControls.USUAL, instance("one", null, claimed(0, 1, null))))
                .extracting(Part::state)
                .containsExactly(State.CATCHING_UP);
    }
}
