package io.daybook.api.operations;

import java.time.Instant;

/** That an event processor is stopped: since when, why, and by whom. */
public record ProcessorStop(Instant at, String reason, String by) {}
