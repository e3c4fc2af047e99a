package io.daybook.bench.rebuild;

import java.util.List;
import java.util.Locale;

/** What came of the rebuilds. */
record RebuildReport(List<OfView> views) {

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
