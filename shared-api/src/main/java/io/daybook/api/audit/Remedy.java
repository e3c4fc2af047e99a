package io.daybook.api.audit;

/** What can be done about a finding. */
public enum Remedy {
    /** Makes a view's entry anew from its events, or takes out one of which the log knows nothing. */
    REBUILD_ENTRY,
    /** Has the provider take the money that the log says is taken. */
    CAPTURE_AGAIN,
    /** Has the provider let go of the money, or give it back. */
    GIVE_BACK,
    /** Has the order's saga try its present step again. */
    RETRY_FULFILMENT
}
