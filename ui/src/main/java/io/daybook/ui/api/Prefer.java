package io.daybook.ui.api;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Prefer} (RFC 7240), of which {@code wait} is understood: how many seconds the caller would wait for
 * the outcome. Other preferences and malformed ones are ignored, as the RFC asks.
 */
final class Prefer {

    static final String HEADER = "Prefer";
    static final String APPLIED = "Preference-Applied";

    private static final Pattern WAIT = Pattern.compile("\\s*wait\\s*=\\s*(?:(\\d{1,9})|\"(\\d{1,9})\")\\s*(;.*)?");

    private Prefer() {}

    /** How long the caller would wait, by the first {@code wait} in the header's lines, {@code most} at most; empty when none is asked for. */
    static Optional<Duration> patience(List<String> lines, Duration most) {
        for (String line : lines) {
            for (String preference : line.split(",", -1)) {
                Matcher wait = WAIT.matcher(preference.toLowerCase(Locale.ROOT));
                if (wait.matches()) {
                    Duration asked =
                            Duration.ofSeconds(Long.parseLong(wait.group(1) == null ? wait.group(2) : wait.group(1)));
                    return Optional.of(asked.compareTo(most) > 0 ? most : asked);
                }
            }
        }
        return Optional.empty();
    }

    /** The value of {@code Preference-Applied}. */
    static String applied(Duration wait) {
        return "wait=" + wait.toSeconds();
    }
}
