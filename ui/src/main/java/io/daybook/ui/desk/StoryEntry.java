package io.daybook.ui.desk;

import io.daybook.api.order.OrderStory.Happening;
import io.daybook.ui.pages.Times;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of an order's story as staff read it.
 *
 * @param about   which of the streams it stands in: order, payment or reservation
 * @param place   its number in the stream, from 1
 * @param by      who asked for it; null where the event does not say
 * @param command the command that it comes from, or the commands that it may come from; empty for none
 */
public record StoryEntry(
        Times at,
        String about,
        long place,
        String what,
        @Nullable String by,
        String command,
        @Nullable String correlationId,
        @Nullable String traceId,
        String payload) {

    static StoryEntry of(Happening happening, Map<String, String> names) {
        String by = happening.by();
        return new StoryEntry(
                Times.of(happening.at()),
                about(happening.stream()),
                happening.sequence() + 1,
                happening.what(),
                by == null ? null : names.getOrDefault(by, by),
                String.join(" or ", happening.commands()),
                happening.correlationId(),
                happening.traceId(),
                happening.payload());
    }

    private static String about(String stream) {
        if (stream.startsWith("payment-")) {
            return "payment";
        }
        return stream.startsWith("reservation-") ? "reservation" : "order";
    }
}
