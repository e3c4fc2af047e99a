package io.daybook.ui.faults;

/** What operators can break. */
enum FaultKind {
    CRASH,
    LATENCY,
    ERRORS,
    PROVIDER,
    VIEW_PAUSED
}
