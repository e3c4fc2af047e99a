package io.daybook.ui.imports;

import java.util.List;

/**
 * An import as it stands.
 *
 * @param total  rows read so far
 * @param done   rows that were taken
 * @param failed rows that were not
 * @param errors why not, for the first of them
 */
public record ImportJob(
        String id, ImportKind kind, State state, int total, int done, int failed, List<RowProblem> errors) {

    /** Where an import stands. */
    public enum State {
        RUNNING,
        DONE,
        /** Its process ended before it did. What was taken is kept; send it again, and no row is booked twice. */
        INTERRUPTED
    }
}
