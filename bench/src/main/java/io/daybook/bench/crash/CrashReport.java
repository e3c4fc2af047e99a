package io.daybook.bench.crash;

import static io.daybook.bench.crash.ReportText.line;
import static io.daybook.bench.crash.ReportText.verdict;

import io.daybook.api.customer.Tier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the crashes left; also the shape of the JSON report.
 *
 * @param acknowledged orders that the platform took
 * @param unanswered   calls to which there was no answer, because the server was dead by then
 * @param ended        orders in the log by how they ended
 * @param overtaken    by how many orders of its own tier any order was overtaken at most, by tier
 * @param startMillis  how long each start took until orders could be placed
 * @param settleMillis how long it took after the load until all orders were settled
 * @param remarks      what is wrong though the books may be right, for example a server that did not come back
 */
record CrashReport(
        String command,
        long seed,
        int crashes,
        int acknowledged,
        int acknowledgedCancellations,
        long unanswered,
        Map<String, Long> refused,
        Map<String, Long> ended,
        long events,
        Map<Tier, Integer> overtaken,
        List<Long> startMillis,
        long settleMillis,
        List<String> remarks,
        List<Violation> violations) {

    static CrashReport of(
            CrashPlan plan,
            int crashes,
            Story story,
            Acknowledgements acknowledged,
            long unanswered,
            List<Long> startMillis,
            long settleMillis,
            List<String> remarks,
            List<Violation> violations) {
        Map<String, Long> ended = story.orders().values().stream()
                .collect(Collectors.groupingBy(OrderStory::state, TreeMap::new, Collectors.counting()));
        return new CrashReport(
                "crash",
                plan.seed(),
                crashes,
                acknowledged.placed(),
                acknowledged.cancellations().size(),
                unanswered,
                acknowledged.refused(),
                ended,
                story.events(),
                story.turns().overtaken(),
                List.copyOf(startMillis),
                settleMillis,
                remarks,
                violations);
    }

    boolean good() {
        return violations.isEmpty() && remarks.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder(1_000);
        line(
                text,
                "%d crashes, %,d orders and %,d cancellations acknowledged, %,d calls without an answer, %,d events",
                crashes,
                acknowledged,
                acknowledgedCancellations,
                unanswered,
                events);
        ended.forEach((state, count) -> line(text, "  %-40s %,9d", state, count));
        refused.forEach((cause, count) -> line(text, "  not taken: %,d × %s", count, cause));
        overtaken.forEach((tier, by) -> line(text, "  %s orders were overtaken by at most %d of their tier", tier, by));
        line(
                text,
                "Starts until orders can be placed, ms: %s; until all was settled after the load: %,d ms",
                startMillis,
                settleMillis);
        remarks.forEach(remark -> line(text, "PROBLEM: %s", remark));
        verdict(text, violations, seed);
        return text.toString();
    }
}
