package io.daybook.bench.crash;

import java.util.List;
import java.util.Locale;

/** What the reports on kills say alike. */
final class ReportText {

    private static final int SHOWN = 50;

    private ReportText() {}

    static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Whether the books are right, and what is wrong with them. */
    static void verdict(StringBuilder text, List<?> violations, long seed) {
        violations.stream().limit(SHOWN).forEach(violation -> line(text, "VIOLATED: %s", violation));
        if (violations.size() > SHOWN) {
            line(text, "and %,d more violations", violations.size() - SHOWN);
        }
        line(
                text,
                violations.isEmpty()
                        ? "No acknowledged order is lost, all are settled, money and stock agree with the log to the unit."
                        : "The books are wrong: %d violations, seed %d.",
                violations.size(),
                seed);
    }
}
