package io.daybook.query.history;

import io.daybook.api.MessageJson;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** A log in memory, with events as aggregates would write them, a second after each other unless somebody says otherwise. */
final class WrittenLog {

    static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    final Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new MessageJson())
            .build();
    final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    final HistorySettings settings;
    final EventText text = new EventText(serializer);
    final LogReader reader;
    final Streams streams = new Streams(store, text);

    private final Map<String, Long> numbers = new HashMap<>();
    private Instant now = NOON;

    WrittenLog(int look, int chunk) {
        settings = new HistorySettings(look, chunk, 50, 2, Duration.ofSeconds(5));
        reader = new LogReader(store, settings);
    }

    WrittenLog() {
        this(5_000, 1_000);
    }

    Instant now() {
        return now;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    /** Appends an event; returns its identifier. */
    String append(String stream, Object event, Map<String, String> origin) {
        String id = UUID.randomUUID().toString();
        Instant at = now;
        passes(Duration.ofSeconds(1));
        store.publish(new GenericDomainEventMessage<>(
                "Test", stream, number(stream), new GenericMessage<>(id, event, MetaData.from(origin)), () -> at));
        return id;
    }

    String append(String stream, Object event) {
        return append(stream, event, Map.of());
    }

    /** Appends what is stored in such a form. */
    void appendStored(String stream, String type, String data) {
        Instant at = now;
        passes(Duration.ofSeconds(1));
        var payload =
                new LazyDeserializingObject<>(new SimpleSerializedObject<>(data, String.class, type, "1"), serializer);
        store.publish(new GenericDomainEventMessage<>(
                "Test",
                stream,
                number(stream),
                new SerializedMessage<>(
                        UUID.randomUUID().toString(), payload, new LazyDeserializingObject<>(MetaData.emptyInstance())),
                () -> at));
    }

    private long number(String stream) {
        return numbers.merge(stream, 0L, (before, zero) -> before + 1);
    }
}
