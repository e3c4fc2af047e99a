package io.daybook.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderId;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as docs/history.md describes them. */
class HistoryLogTest {

    private static final String HEADER =
            "{\"format\":\"daybook-history\",\"version\":1,\"source\":\"a test\",\"exportedAt\":\"2026-01-02T03:04:05.000Z\"}";
    private static final String CONFIRMED = "io.daybook.api.order.OrderEvent$OrderConfirmed";
    private static final String PAYLOAD = "{\"orderId\":\"order-1\"}";
    private static final String SNAPSHOT =
            "{\"kind\":\"snapshot\",\"type\":\"Order\",\"aggregate\":\"order-1\",\"sequence\":0}";

    @TempDir
    Path folder;

    private final List<EventLog.Entry> entries = new ArrayList<>();

    @Test
    void events_are_read_with_their_times_in_either_form_and_snapshots_are_not() throws IOException {
        String inBase64 = Base64.getEncoder().encodeToString(PAYLOAD.getBytes(StandardCharsets.UTF_8));
        read(
                HEADER,
                event(0, CONFIRMED, "\"payload\":" + PAYLOAD),
                event(1, CONFIRMED, "\"payloadBase64\":\"" + inBase64 + "\""),
                SNAPSHOT,
                footer(2));

        assertThat(entries).extracting(EventLog.Entry::position).containsExactly(0L, 1L);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.payload()).isEqualTo(new OrderConfirmed(new OrderId("order-1")));
            assertThat(entry.at()).isEqualTo(Instant.parse("2026-01-02T03:04:06.789Z"));
        });
    }

    @Test
    void what_was_read_is_not_read_again() throws IOException {
        HistoryLog log = new HistoryLog(write(HEADER, event(0, CONFIRMED, "\"payload\":" + PAYLOAD), footer(1)));
        log.readOn(entries::add);
        log.readOn(entries::add);
        assertThat(entries).hasSize(1);
    }

    @Test
    void event_that_nobody_knows_is_told_and_does_not_end_the_reading() throws IOException {
        read(
                HEADER,
                event(0, "io.daybook.api.order.OrderEvent$Unknown", "\"payload\":{}"),
                event(1, CONFIRMED, "\"payload\":" + PAYLOAD),
                footer(2));
        assertThat(entries.get(0).payload()).isNull();
        assertThat(entries.get(0).problem()).contains("Unknown");
        assertThat(entries.get(1).payload()).isNotNull();
    }

    @Test
    void file_that_lacks_events_is_refused() throws IOException {
        Path file = write(HEADER, event(0, CONFIRMED, "\"payload\":" + PAYLOAD), footer(2));
        assertThatThrownBy(() -> new HistoryLog(file).readOn(entries::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has 1 events");
    }

    @Test
    void file_without_its_last_line_is_refused() throws IOException {
        Path file = write(HEADER, event(0, CONFIRMED, "\"payload\":" + PAYLOAD));
        assertThatThrownBy(() -> new HistoryLog(file).readOn(entries::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends too early");
    }

    @Test
    void file_of_another_format_is_refused() throws IOException {
        Path file = write("{\"format\":\"something\"}");
        assertThatThrownBy(() -> new HistoryLog(file).readOn(entries::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not an exported log");
    }

    private static String event(long position, String type, String payload) {
        return ("{\"kind\":\"event\",\"position\":%d,\"type\":\"Order\",\"aggregate\":\"order-1\",\"sequence\":%d,\"id\":\"m-%d\","
                        + "\"timestamp\":\"2026-01-02T03:04:06.789Z\",\"payloadType\":\"%s\",%s,\"metadata\":{}}")
                .formatted(position, position, position, type, payload);
    }

    private static String footer(int events) {
        return "{\"events\":%d,\"snapshots\":1,\"sha256\":\"not looked at\"}".formatted(events);
    }

    private void read(String... lines) throws IOException {
        new HistoryLog(write(lines)).readOn(entries::add);
    }

    private Path write(String... lines) throws IOException {
        Path file = folder.resolve("log.history");
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (String line : lines) {
                out.write(line + "\n");
            }
        }
        return file;
    }
}
