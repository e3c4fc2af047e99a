package io.daybook.ui.experiments;

import io.daybook.ui.experiments.Run.Note;
import io.daybook.ui.experiments.Run.Sample;
import io.daybook.ui.experiments.Run.State;
import io.daybook.ui.pages.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it.
 *
 * @param kind name of the state's style
 * @param over whether nothing more will change
 */
public record RunBoard(
        String id,
        String experiment,
        boolean seeded,
        String reason,
        String by,
        String state,
        String kind,
        boolean over,
        Times startedAt,
        @Nullable Times endedAt,
        List<Line> steps,
        List<Check> checks,
        List<Line> cleaned) {

    /** What happened when. */
    public record Line(Times at, String text) {}

    static RunBoard of(Run run) {
        return new RunBoard(
                run.id(),
                run.experiment(),
                run.seeded(),
                run.reason(),
                run.by(),
                name(run.state()),
                kind(run.state()),
                run.state().over(),
                Times.of(run.startedAt()),
                run.endedAt() == null ? null : Times.of(run.endedAt()),
                lines(run.steps()),
                run.checks(),
                lines(run.cleaned()));
    }

    private static List<Line> lines(List<Note> notes) {
        return notes.stream()
                .map(note -> new Line(Times.of(note.at()), note.text()))
                .toList();
    }

    private static String name(State state) {
        return switch (state) {
            case RUNNING -> "Under way";
            case CLEANING_UP -> "Clearing away";
            case PASSED -> "Passed";
            case FAILED -> "Failed";
            case ABORTED -> "Aborted";
            case INTERRUPTED -> "Interrupted";
        };
    }

    private static String kind(State state) {
        return switch (state) {
            case PASSED -> "good";
            case FAILED -> "bad";
            case RUNNING, CLEANING_UP, ABORTED, INTERRUPTED -> "off";
        };
    }

    /** Numbers for the charts: each a list for the times and one for each line, all of the same length. */
    static Map<String, Map<String, List<@Nullable Double>>> charts(List<Sample> samples) {
        TreeSet<String> others = new TreeSet<>();
        samples.forEach(sample -> others.addAll(sample.values().keySet()));
        others.removeAll(List.of("placed", "confirmed", "failed"));
        return Map.of(
                "orders", lines(samples, List.of("placed", "confirmed", "failed")), "more", lines(samples, others));
    }

    private static Map<String, List<@Nullable Double>> lines(List<Sample> samples, Iterable<String> names) {
        Map<String, List<@Nullable Double>> lines = new LinkedHashMap<>();
        lines.put(
                "at",
                new ArrayList<>(samples.stream()
                        .map(sample -> sample.at().toEpochMilli() / 1000.0)
                        .toList()));
        for (String name : names) {
            List<@Nullable Double> values = new ArrayList<>();
            samples.forEach(sample -> values.add(sample.values().get(name)));
            lines.put(name, values);
        }
        return lines;
    }
}
