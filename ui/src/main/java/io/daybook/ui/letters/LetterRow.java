package io.daybook.ui.letters;

import io.daybook.api.operations.DeadLetters.DeadLetter;
import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.ui.pages.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sequence of dead letters as the page shows it.
 *
 * @param id    by which its parts are told from those of others on the page
 * @param order whether there is an order's story to be read
 */
public record LetterRow(
        String id, String group, String sequence, boolean order, Event first, long waiting, List<Event> behind) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> OF_ORDERS =
            List.of("fulfilment", "fulfilment-vip", "payment-gateway", "payment-gateway-vip", "orders", "fulfilments");

    /** An event that was put aside. */
    public record Event(
            String id,
            String type,
            @Nullable String position,
            Times at,
            Times since,
            @Nullable String cause,
            int attempts,
            String payload) {

        static Event of(DeadLetter letter) {
            return new Event(
                    letter.id(),
                    letter.type(),
                    letter.position() < 0 ? null : String.valueOf(letter.position()),
                    Times.of(letter.at()),
                    Times.of(letter.since()),
                    letter.cause(),
                    letter.attempts(),
                    pretty(letter.payload()));
        }
    }

    static LetterRow of(DeadSequence sequence) {
        return new LetterRow(
                (sequence.group() + "-" + sequence.sequence()).replaceAll("[^A-Za-z0-9-]", "-"),
                sequence.group(),
                sequence.sequence(),
                OF_ORDERS.contains(sequence.group()),
                Event.of(sequence.first()),
                sequence.waiting(),
                sequence.behind().stream().map(Event::of).toList());
    }

    /** With line breaks, if it is what it should be. */
    private static String pretty(String payload) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(payload));
        } catch (JacksonException noJson) {
            return payload;
        }
    }
}
