package io.daybook.api.operations;

/** What can be done, once, with a segment of an event processor. */
public enum SegmentAction {
    /** Makes two of it, each with half of what it is about. */
    SPLIT,
    /** Makes one of it and of the one that is its other half. */
    MERGE,
    /** Has the instance that works on it leave it to another for a while. */
    RELEASE
}
