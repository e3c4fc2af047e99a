package io.daybook.api.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as the log says.
 *
 * @param area     where: a view's name, {@code sagas}, {@code payments} or {@code levels}
 * @param about    what: the entry's id, the order's, the payment's or the stock's
 * @param note     in a sentence
 * @param since    when it was first found
 * @param looked   when it was looked at last
 * @param remedies what can be done about it; nothing when a person has to find out more
 * @param trouble  why the last attempt to repair it came to nothing; null when there was none
 */
public record Finding(
        FindingId id,
        DriftKind kind,
        String area,
        String about,
        String note,
        List<Difference> differences,
        List<Evidence> evidence,
        Instant since,
        Instant looked,
        FindingState state,
        List<Remedy> remedies,
        @Nullable String trouble) {

    /** A field that differs; null where there is none. */
    public record Difference(
            String field, @Nullable String log, @Nullable String there) {}

    /** An event that says what should be, by its stream and its number there. */
    public record Evidence(String stream, long sequence, String event, String eventId, Instant at) {}
}
