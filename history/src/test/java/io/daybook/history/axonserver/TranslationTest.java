package io.daybook.history.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.daybook.history.Bytes;
import io.daybook.history.HistoryFailure;
import io.daybook.history.StoredMessage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

    private static StoredMessage message(String metadata) {
        return new StoredMessage(
                new StoredMessage.Aggregate("Note", "a", 4),
                "id",
                Instant.parse("2026-01-01T00:00:00.120Z"),
                "io.daybook.Noted",
                "1",
                Bytes.of("{ }"),
                Bytes.of(metadata));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"traceId\":\"5f0c\"}",
                "{\"a\":-1,\"b\":9223372036854775807,\"c\":true,\"d\":false,\"e\":null,\"f\":\"£\",\"g\":1.5}",
                "{\"list\":[1,\"two\",{\"three\":3}],\"map\":{\"x\":[]}}"
            })
    void a_message_comes_back_as_it_went_in(String metadata) {
        StoredMessage message = message(metadata);

        assertThat(Translation.toFile(Translation.toServer(message))).isEqualTo(message);
    }

    @Test
    void nothing_where_a_server_has_empty_texts() {
        StoredMessage message = new StoredMessage(
                null, "id", Instant.ofEpochMilli(0), "t", null, Bytes.of(new byte[] {0, -1}), Bytes.of("{}"));

        Event event = Translation.toServer(message);

        assertThat(event.getAggregateType()).isEmpty();
        assertThat(Translation.toFile(event)).isEqualTo(message);
    }

    @Test
    void metadata_are_typed_as_axon_types_them() {
        Map<String, MetaDataValue> values =
                Translation.toServer(message("{\"a\":1,\"b\":\"x\",\"c\":2.5}")).getMetaDataMap();

        assertThat(values.get("a").getNumberValue()).isEqualTo(1);
        assertThat(values.get("b").getTextValue()).isEqualTo("x");
        assertThat(values.get("c").getDoubleValue()).isEqualTo(2.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "12", "{\"big\":99999999999999999999}", "<m/>"})
    void metadata_that_a_server_cannot_keep_are_refused_by_the_events_name(String metadata) {
        StoredMessage message = message(metadata);

        assertThatThrownBy(() -> Translation.toServer(message))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageStartingWith("id: ");
    }
}
