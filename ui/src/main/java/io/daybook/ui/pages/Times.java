package io.daybook.ui.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment on a page: for machines, and for people until the browser puts it into their own time zone. */
public record Times(String iso, String text, String precise) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PRECISE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    public static Times of(Instant at) {
        return new Times(at.toString(), FORMAT.format(at), PRECISE.format(at));
    }
}
