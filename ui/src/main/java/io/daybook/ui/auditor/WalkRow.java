package io.daybook.ui.auditor;

import io.daybook.api.audit.AuditQuery.Walk;
import io.daybook.ui.pages.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a walk has come, for people. */
public record WalkRow(
        String name,
        String looked,
        @Nullable Times since,
        String took,
        @Nullable String trouble) {

    static WalkRow of(Walk walk) {
        Instant previous = walk.previous();
        Instant ended = walk.ended();
        return new WalkRow(
                name(walk.name()),
                String.format(Locale.UK, "%,d", walk.looked()),
                previous == null ? null : Times.of(previous),
                previous == null || ended == null ? "not round yet" : span(Duration.between(previous, ended)),
                walk.trouble());
    }

    private static String name(String walk) {
        return switch (walk) {
            case "log" -> "The log, for what is missing, and for sagas, payments and stock";
            case "payments" -> "The payment provider’s books";
            default -> "The view " + walk;
        };
    }

    static String span(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.UK, "%.1f s", time.toMillis() / 1_000.0);
        }
        return seconds < 3_600
                ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                : "%d h %d min".formatted(seconds / 3_600, seconds / 60 % 60);
    }
}
