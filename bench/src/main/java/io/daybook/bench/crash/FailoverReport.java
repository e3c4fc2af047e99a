package io.daybook.bench.crash;

import static io.daybook.bench.crash.ReportText.line;
import static io.daybook.bench.crash.ReportText.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kills of a cluster's processes did; also the shape of the JSON report.
 *
 * @param startMillis how long the cluster took from nothing until orders could be placed
 * @param ended       orders in the log by how they ended
 * @param settleMillis how long it took after the load until all orders were settled
 * @param problems    what is wrong though the books may be right, for example a process that did not come back
 */
record FailoverReport(
        String command,
        long seed,
        int cores,
        int clients,
        List<String> javaOptions,
        Map<Part, Integer> instances,
        long startMillis,
        int acknowledged,
        int acknowledgedCancellations,
        Map<String, Long> refused,
        Map<String, Long> ended,
        long events,
        List<KillReport> kills,
        long settleMillis,
        List<String> problems,
        List<Violation> violations) {

    private static final String ROW = "%-14s %17s %9s %8s %6s %8s %8s %8s %8s";

    /** A run in which nothing was sold shows nothing: that is a problem, too. */
    FailoverReport {
        List<String> all = new ArrayList<>(problems);
        if (acknowledged == 0) {
            all.add("no order was ever taken, so nothing could be lost");
        }
        for (KillReport kill : kills) {
            if (kill.before() == 0) {
                all.add(kill.instance() + " was killed when nothing was confirmed, so nothing could become less");
            }
        }
        problems = List.copyOf(all);
    }

    boolean good() {
        return violations.isEmpty() && problems.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder(2_000);
        line(
                text,
                "%d cores, %s, %d clients, %s; ready after %.1f s",
                cores,
                String.join(" ", javaOptions),
                clients,
                instances,
                startMillis / 1_000.0);
        line(text, "");
        line(text, "Confirmed orders a second, and seconds since the kill:");
        line(
                text,
                ROW,
                "killed",
                "before/low/after",
                "of before",
                "first",
                "gap",
                "as before",
                "ready",
                "slowest",
                "failed");
        kills.forEach(kill -> kill(text, kill));
        for (KillReport kill : kills) {
            kill.failed().forEach((how, count) -> line(text, "  %s: %,d × %s", kill.instance(), count, how));
        }
        line(text, "");
        line(
                text,
                "%,d orders and %,d cancellations acknowledged, %,d events; all settled %.1f s after the load",
                acknowledged,
                acknowledgedCancellations,
                events,
                settleMillis / 1_000.0);
        ended.forEach((state, count) -> line(text, "  %-40s %,9d", state, count));
        refused.forEach((cause, count) -> line(text, "  not taken: %,d × %s", count, cause));
        problems.forEach(problem -> line(text, "PROBLEM: %s", problem));
        verdict(text, violations, seed);
        return text.toString();
    }

    private static void kill(StringBuilder text, KillReport kill) {
        line(
                text,
                ROW,
                kill.instance(),
                "%.1f/%.1f/%.1f".formatted(kill.before(), kill.lowest(), kill.after()),
                kill.before() == 0 ? "" : "%.0f %%".formatted(100 * kill.during() / kill.before()),
                seconds(kill.firstConfirmed()),
                seconds(kill.longestGap()),
                seconds(kill.recovered()),
                seconds(kill.ready()),
                seconds(kill.slowestAnswer()),
                kill.failures());
    }

    private static String seconds(@Nullable Double seconds) {
        return seconds == null ? "never" : "%.1f".formatted(seconds);
    }
}
