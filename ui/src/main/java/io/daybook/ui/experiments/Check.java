package io.daybook.ui.experiments;

/** One thing that an experiment expects, what was found instead of guessed, and whether that is the same. */
public record Check(String expected, String found, boolean holds) {}
