package io.daybook.ui.processors;

import io.daybook.operations.ProcessorReport.Trouble;
import io.daybook.ui.pages.Times;
import io.daybook.ui.processors.RunningProcessor.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An event processor as the page shows it. */
public record ProcessorRow(
        String name, String purpose, @Nullable Stop stop, String runsOn, List<Line> lines) {

    /** That an operator has stopped it. */
    public record Stop(Times at, String reason, String by) {}

    /** A segment. */
    public record Line(
            String segment,
            String instance,
            String health,
            String state,
            @Nullable Failure failure,
            String position,
            String lag,
            String behind,
            String perSecond) {}

    /** What is wrong with it. */
    public record Failure(String message, Times since) {}

    /** An action with a segment. */
    public record Act(Times at, String what, String by, String reason, String health, String state, String note) {}

    static ProcessorRow of(RunningProcessor processor) {
        var stop = processor.stopped();
        return new ProcessorRow(
                processor.name(),
                processor.purpose(),
                stop == null ? null : new Stop(Times.of(stop.at()), stop.reason(), stop.by()),
                String.join(", ", processor.runsOn()),
                processor.segments().stream().map(ProcessorRow::line).toList());
    }

    static Act of(ActionLine line) {
        return new Act(
                Times.of(line.at()),
                "%s segment %d of %s on %s"
                        .formatted(words(line.action()), line.segment(), line.processor(), line.instance()),
                line.by(),
                line.reason(),
                switch (line.state()) {
                    case DONE -> "good";
                    case FAILED -> "bad";
                    case ORDERED, UNDER_WAY -> "off";
                },
                words(line.state()),
                line.note());
    }

    private static Line line(Part part) {
        String instance = part.instance();
        return new Line(
                part.of() == 1 ? "all" : "%d of %d".formatted(part.segment(), part.of()),
                instance == null ? "nobody" : instance,
                switch (part.state()) {
                    case CAUGHT_UP -> "good";
                    case FAILING -> "bad";
                    case CATCHING_UP, REPLAYING, STOPPED, WAITING -> "off";
                },
                switch (part.state()) {
                    case CAUGHT_UP -> "caught up";
                    case CATCHING_UP -> "catching up";
                    case REPLAYING -> "replaying";
                    case STOPPED -> "stopped";
                    case WAITING -> "waits for an instance";
                    case FAILING -> "does not get on";
                },
                failure(part.trouble()),
                "%,d".formatted(part.position()),
                "%,d".formatted(part.lag()),
                behind(part),
                String.format(Locale.UK, part.perSecond() >= 10 ? "%,.0f" : "%.1f", part.perSecond()));
    }

    private static @Nullable Failure failure(@Nullable Trouble trouble) {
        return trouble == null ? null : new Failure(trouble.message(), Times.of(trouble.since()));
    }

    private static String behind(Part part) {
        Long millis = part.lagMillis();
        if (part.lag() == 0) {
            return "";
        } else if (millis == null) {
            return "unknown";
        }
        Duration behind = Duration.ofMillis(millis);
        return behind.toMinutes() >= 2
                ? "%d min".formatted(behind.toMinutes())
                : String.format(Locale.UK, "%d s", behind.toSeconds());
    }

    private static String words(Enum<?> choice) {
        return choice.name().substring(0, 1)
                + choice.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
