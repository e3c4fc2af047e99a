package io.daybook.bench.retail;

/** A row that cannot be read, where it stands in the file, and why. */
record UnreadableRow(int line, String reason) {}
