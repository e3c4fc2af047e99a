package io.daybook.ui.rebuild;

import io.daybook.api.view.ViewQuery.Comparison;
import io.daybook.api.view.ViewQuery.Copy;
import io.daybook.api.view.ViewQuery.Phase;
import io.daybook.api.view.ViewQuery.Rebuilding;
import io.daybook.api.view.ViewQuery.ViewCopies;
import io.daybook.ui.pages.Times;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A view as the page shows it. */
public record ViewRow(
        String view,
        String copy,
        String documents,
        String position,
        String lag,
        String kept,
        @Nullable Work rebuild) {

    /**
     * A rebuild as the page shows it.
     *
     * @param kind name of the style of its phase
     * @param done events read, of {@code all}
     * @param aside how many events it has put aside; empty when there are none
     */
    public record Work(
            String id,
            String copy,
            String phase,
            String kind,
            long done,
            long all,
            String progress,
            String rate,
            String left,
            boolean running,
            Times began,
            String failure,
            String aside,
            @Nullable Found comparison) {}

    /** A comparison as the page shows it. */
    public record Found(
            String text,
            boolean equal,
            String liveDocuments,
            String copyDocuments,
            String liveChecksum,
            String copyChecksum,
            String position,
            Times at,
            Comparison source) {}

    static ViewRow of(ViewCopies view, long head, boolean paused) {
        return new ViewRow(
                view.view(),
                view.live().name(),
                number(view.live().documents()),
                number(view.position()),
                view.position() >= head ? "level with the log" : number(head - view.position()) + " events",
                kept(view.kept()),
                view.rebuild() == null ? null : work(view.rebuild(), view.aside(), paused));
    }

    private static String kept(@Nullable Copy kept) {
        return kept == null
                ? "–"
                : "%s, %s documents, at %s".formatted(kept.name(), number(kept.documents()), number(kept.position()));
    }

    private static Work work(Rebuilding rebuild, long aside, boolean paused) {
        long all = Math.max(1, rebuild.head() - rebuild.start());
        long done = Math.max(0, Math.min(all, rebuild.position() - rebuild.start()));
        boolean running = isRunning(rebuild.phase());
        boolean building = rebuild.phase() == Phase.BUILDING;
        return new Work(
                rebuild.rebuild(),
                rebuild.copy(),
                phase(rebuild, paused && running),
                kind(rebuild.phase()),
                done,
                all,
                "%s of %s events".formatted(number(done), number(all)),
                "%s events a second".formatted(number(rebuild.rate())),
                building && rebuild.rate() > 0 && !paused ? left((all - done) / rebuild.rate()) : "",
                running,
                Times.of(rebuild.began()),
                rebuild.failure() == null ? "" : rebuild.failure(),
                aside(aside),
                rebuild.comparison() == null ? null : found(rebuild.comparison()));
    }

    private static String aside(long events) {
        if (events == 0) {
            return "";
        }
        return events == 1 ? "1 event was put aside" : number(events) + " events were put aside";
    }

    static boolean isRunning(Phase phase) {
        return phase != Phase.SWAPPED && phase != Phase.CANCELLED && phase != Phase.FAILED;
    }

    private static String phase(Rebuilding rebuild, boolean paused) {
        if (paused) {
            return "Paused";
        }
        return switch (rebuild.phase()) {
            case TAKING_OVER -> "Taking over what has not changed since";
            case BUILDING ->
                rebuild.waiting()
                        ? "Waiting for another rebuild"
                        : rebuild.resting() ? "Reading the log, gently: there is traffic" : "Reading the log";
            case COMPARING -> "Comparing";
            case EQUAL -> "Ready: equal";
            case DIFFERENT -> "Ready: different";
            case SWAPPED -> "Swapped in";
            case CANCELLED -> "Cancelled";
            case FAILED -> "Failed";
        };
    }

    private static String kind(Phase phase) {
        return switch (phase) {
            case EQUAL, SWAPPED -> "good";
            case DIFFERENT, FAILED -> "bad";
            default -> "open";
        };
    }

    private static Found found(Comparison found) {
        boolean equal = found.differing() == 0;
        return new Found(
                equal
                        ? "No differences"
                        : found.differing() == 1
                                ? "1 document differs"
                                : number(found.differing()) + " documents differ",
                equal,
                number(found.liveDocuments()),
                number(found.copyDocuments()),
                found.liveChecksum(),
                found.copyChecksum(),
                number(found.position()),
                Times.of(found.at()),
                found);
    }

    private static String left(long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        return left.toMinutes() == 0
                ? "about %d s left".formatted(seconds)
                : "about %d min %d s left".formatted(left.toMinutes(), left.toSecondsPart());
    }

    private static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
