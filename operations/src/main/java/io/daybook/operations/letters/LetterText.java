package io.daybook.operations.letters;

import io.daybook.api.operations.DeadLetters.DeadLetter;
import io.daybook.api.operations.DeadLetters.DeadSequence;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Letters as people see them. */
public final class LetterText {

    private static final int SHOWN_BEHIND = 20;
    private static final int LONGEST = 20_000;

    private LetterText() {}

    static @Nullable DeadSequence sequence(
            String group,
            Iterable<? extends org.axonframework.messaging.deadletter.DeadLetter<? extends EventMessage<?>>> letters,
            Serializer events) {
        List<DeadLetter> shown = new ArrayList<>();
        String owner = "";
        long count = 0;
        for (var letter : letters) {
            if (count++ <= SHOWN_BEHIND) {
                owner = StreamOwner.of(letter.message());
                shown.add(letter(letter, events));
            }
        }
        return shown.isEmpty()
                ? null
                : new DeadSequence(group, owner, shown.get(0), count - 1, shown.subList(1, shown.size()));
    }

    private static DeadLetter letter(
            org.axonframework.messaging.deadletter.DeadLetter<? extends EventMessage<?>> letter, Serializer events) {
        EventMessage<?> event = letter.message();
        return new DeadLetter(
                event.getIdentifier(),
                event.getPayloadType().getSimpleName(),
                event instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                        ? tracked.trackingToken().position().orElse(-1)
                        : -1,
                event.getTimestamp(),
                payload(event, events),
                letter.cause()
                        .map(cause -> "%s: %s".formatted(simple(cause.type()), cause.message()))
                        .orElse(null),
                letter.enqueuedAt(),
                ParkingInvoker.attempts(letter));
    }

    /** As it is stored: it may be what nobody can read. */
    public static String payload(EventMessage<?> event, Serializer events) {
        try {
            String text =
                    String.valueOf(event.serializePayload(events, String.class).getData());
            return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        } catch (RuntimeException unreadable) {
            return "cannot be shown: %s".formatted(unreadable);
        }
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
