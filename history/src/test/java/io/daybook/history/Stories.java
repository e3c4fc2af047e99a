package io.daybook.history;

import java.time.Instant;
import java.util.stream.IntStream;

/** Logs to try things with. */
final class Stories {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00.120Z");

    private Stories() {}

    static StoredMessage message(int sequence, Bytes payload, Bytes metadata) {
        return new StoredMessage(
                new StoredMessage.Aggregate("Note", "note-1", sequence),
                "id-" + sequence,
                BEGINNING.plusMillis(sequence),
                "io.daybook.Noted",
                "1",
                payload,
                metadata);
    }

    /** So many events and one snapshot. */
    static MemoryLog log(int events) {
        MemoryLog log = new MemoryLog();
        IntStream.range(0, events)
                .mapToObj(number -> new StoredEvent(
                        number + 1,
                        message(number, Bytes.of("{\"number\":%d}".formatted(number)), Bytes.of("{\"by\":\"me\"}"))))
                .forEach(log.events::add);
        log.snapshots.add(message(events - 1, Bytes.of("{\"state\":[1, 2]}"), Bytes.of("{}")));
        return log;
    }
}
