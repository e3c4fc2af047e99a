package io.daybook.ui.experiments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of an experiment, as far as it has come.
 *
 * @param id      8 letters and digits, which also stand in the numbers of its orders and products
 * @param seeded  whether its expectation is broken on purpose
 * @param by      e-mail address of the operator who began it
 * @param orders  numbered from 1, that it may have placed
 * @param skus    of its products
 * @param putBack what it has changed and has to put back
 * @param samples points of its charts
 * @param checks  its verdict; empty until there is one
 * @param cleaned what was cleaned up
 */
record Run(
        String id,
        String experiment,
        boolean seeded,
        String reason,
        String by,
        State state,
        Instant startedAt,
        @Nullable Instant endedAt,
        int orders,
        List<String> skus,
        List<PutBack> putBack,
        List<Note> steps,
        List<Sample> samples,
        List<Check> checks,
        List<Note> cleaned) {

    /** Where a run stands. */
    enum State {
        RUNNING,
        /** The verdict is there; what the run has left behind is being cleared away. */
        CLEANING_UP,
        PASSED,
        FAILED,
        /** By an operator. */
        ABORTED,
        /** Its process ended in the middle. */
        INTERRUPTED;

        boolean over() {
            return this != RUNNING && this != CLEANING_UP;
        }
    }

    /** What happened when. */
    record Note(Instant at, String text) {}

    /** A point of the charts: numbers by the names of their lines. */
    record Sample(Instant at, Map<String, Double> values) {}

    /**
     * Something that was changed.
     *
     * @param value the former load factor; 0 where there is none
     */
    record PutBack(Kind kind, String target, int value) {

        enum Kind {
            ENABLE,
            WEIGH,
            END_FAULT
        }
    }
}
