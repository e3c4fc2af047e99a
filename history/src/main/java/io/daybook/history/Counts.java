package io.daybook.history;

import java.util.Locale;

/** How much there is. */
public record Counts(long events, long snapshots) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d events and %,d snapshots", events, snapshots);
    }
}
