package io.daybook.api.audit;

/** What has become of a finding. */
public enum FindingState {
    /** It is so. */
    OPEN,
    /** Somebody decided to repair it, and it is so no more. */
    REPAIRED,
    /** It is so no more, and nobody had decided anything. */
    GONE
}
