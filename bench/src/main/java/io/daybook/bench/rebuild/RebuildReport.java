package io.daybook.bench.rebuild;

import java.util.List;
import java.util.Locale;

/**
 * What came of the rebuilds.
 *
 * @param reading what was read meanwhile
 */
record RebuildReport(List<OfView> views, Reading reading) {

    boolean good(boolean swapped) {
        return reading.wrong().isEmpty() && views.stream().allMatch(each -> each.good(swapped));
    }

    /**
     * What a client read while the views were rebuilt.
     *
     * @param answers     one after the other, of all views in turn
     * @param longest     that one of them was waited for, in milliseconds
     * @param wrong       what was wrong about them, the first ones
     */
    record Reading(long answers, long longest, List<String> wrong) {

        String text() {
            return String.format(
                    Locale.UK,
                    "read meanwhile: %,d answers, the longest took %,d ms, %s%n",
                    answers,
                    longest,
                    wrong.isEmpty()
                            ? "none empty or older than one of a second before"
                            : "WRONG: " + String.join("; ", wrong));
        }
    }

    /**
     * Of one view.
     *
     * @param phase           in which it ended
     * @param events          of the log that were read
     * @param eventsPerSecond while they were read
     * @param documents       of the copy
     * @param differing       documents in which the copies differ
     */
    record OfView(
            String view,
            String phase,
            long events,
            long eventsPerSecond,
            long documents,
            long differing,
            String liveChecksum,
            String copyChecksum,
            String failure) {

        boolean good(boolean swapped) {
            return differing == 0 && (phase.equals("SWAPPED") || !swapped && phase.equals("EQUAL"));
        }

        String text() {
            return String.format(
                    Locale.UK,
                    "%-12s %-10s %,12d events %,10d a second %,10d documents %,8d differ %s%n",
                    view,
                    phase,
                    events,
                    eventsPerSecond,
                    documents,
                    differing,
                    failure);
        }
    }
}
