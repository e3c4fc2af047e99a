package io.daybook.operations;

import java.time.Instant;

/**
 * What became of something that an operator had an instance do with a segment.
 *
 * @param action identifies it
 * @param note   what happened, in words
 */
public record SegmentOutcome(String action, State state, String note, Instant at) {

    /** How far it has come. */
    public enum State {
        UNDER_WAY,
        DONE,
        FAILED
    }
}
