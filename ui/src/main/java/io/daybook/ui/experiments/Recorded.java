package io.daybook.ui.experiments;

import java.time.Instant;

/** An event of the log, and when it was written. */
record Recorded(Instant at, Object event) {}
