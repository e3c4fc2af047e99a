package io.daybook.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("history.jsonl.gz");
    }

    private MemoryLog carried(MemoryLog log) throws IOException {
        Summary exported = Export.write(log, file(), Progress.silent());
        MemoryLog other = new MemoryLog();
        assertThat(Import.read(file(), other, Progress.silent())).isEqualTo(exported);
        return other;
    }

    @Test
    void what_comes_out_is_what_went_in() throws IOException {
        MemoryLog log = Stories.log(1_234);

        MemoryLog other = carried(log);

        assertThat(other.events).isEqualTo(log.events);
        assertThat(other.snapshots).isEqualTo(log.snapshots);
    }

    @Test
    void an_empty_log_makes_a_sound_file() throws IOException {
        assertThat(carried(new MemoryLog()).counts()).isEqualTo(new Counts(0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{ \"b\" : 1.50,  \"a\":\t1e400}",
                "{\"text\":\"£ \u201c日本\u201d \uD83D\uDE00 \\u00e9 \\n\"}",
                "{\n  \"pretty\": true\n}",
                "{\"twice\":1,\"twice\":2}",
                "{\"open\":[}",
                "{\"bad\":\"\\x\"}",
                "{} {}",
                " {}",
                "{}}",
                "{}\r",
                "\"text\"",
                "17",
                "null",
                "",
                "<xml/>",
                "\u0000\u0001{}"
            })
    void every_byte_of_a_payload_comes_back(String payload) throws IOException {
        assertThat(throughAFile(payload.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytes_that_are_no_text_come_back() throws IOException {
        byte[] bytes = {'{', '"', (byte) 0xC0, (byte) 0x80, (byte) 0xFF, '"', ':', '1', '}'};

        assertThat(throughAFile(bytes)).isEqualTo(bytes);
    }

    @Test
    void json_as_deep_as_json_may_be_comes_back() throws IOException {
        for (int depth : List.of(400, 499, 500, 501, 999, 1_000, 1_001, 5_000)) {
            byte[] bytes = ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);

            assertThat(throughAFile(bytes)).isEqualTo(bytes);
            Files.delete(file());
        }
    }

    private byte[] throughAFile(byte[] bytes) throws IOException {
        MemoryLog log = new MemoryLog();
        log.events.add(new StoredEvent(7, Stories.message(0, Bytes.of(bytes), Bytes.of(bytes))));

        MemoryLog other = carried(log);

        assertThat(other.events).isEqualTo(log.events);
        return other.events.get(0).message().payload().array();
    }

    @Test
    void an_event_may_be_of_no_aggregate_and_no_revision() throws IOException {
        MemoryLog log = new MemoryLog();
        log.events.add(new StoredEvent(
                1, new StoredMessage(null, "id", Instant.EPOCH, "t", null, Bytes.of("{}"), Bytes.of("{}"))));

        assertThat(carried(log).events).isEqualTo(log.events);
    }

    @Test
    void json_stands_in_the_file_as_json() throws IOException {
        Export.write(Stories.log(1), file(), Progress.silent());

        assertThat(HistoryFiles.lines(file()).get(1))
                .isEqualTo(
                        "{\"kind\":\"event\",\"position\":1,\"type\":\"Note\",\"aggregate\":\"note-1\",\"sequence\":0,"
                                + "\"id\":\"id-0\",\"timestamp\":\"2026-01-01T00:00:00.120Z\",\"payloadType\":\"io.daybook.Noted\","
                                + "\"revision\":\"1\",\"payload\":{\"number\":0},\"metadata\":{\"by\":\"me\"}}");
    }

    @Test
    void a_file_that_exists_is_not_written_over() throws IOException {
        Files.writeString(file(), "mine");

        assertThatThrownBy(() -> Export.write(Stories.log(1), file(), Progress.silent()))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining("exists already");
        assertThat(file()).hasContent("mine");
    }

    @Test
    void a_log_that_grows_meanwhile_makes_no_file() {
        MemoryLog growing = Stories.log(3);
        EventLog log = new ForwardingLog(growing) {
            @Override
            public void readSnapshots(Consumer<StoredMessage> sink) {
                growing.events.add(growing.events.get(0));
                super.readSnapshots(sink);
            }
        };

        assertThatThrownBy(() -> Export.write(log, file(), Progress.silent()))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining("not stood still");
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_log_that_is_not_empty_is_left_alone() throws IOException {
        Export.write(Stories.log(3), file(), Progress.silent());
        MemoryLog other = Stories.log(1);

        assertThatThrownBy(() -> Import.read(file(), other, Progress.silent()))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining("not empty: it holds 1 events and 1 snapshots");
        assertThat(other.events).hasSize(1);
    }

    @Test
    void a_log_that_fails_half_way_is_named_incomplete() throws IOException {
        Export.write(Stories.log(1_234), file(), Progress.silent());
        MemoryLog half = new MemoryLog();
        EventLog log = new ForwardingLog(half) {
            @Override
            public void appendEvents(List<StoredEvent> events) {
                if (half.events.size() >= 1_000) {
                    throw new Unreachable("gone", null);
                }
                super.appendEvents(events);
            }
        };

        assertThatThrownBy(() -> Import.read(file(), log, Progress.silent()))
                .isInstanceOf(Unreachable.class)
                .hasMessage("gone. The log is incomplete: throw it away");
    }

    @Test
    void a_log_that_has_not_kept_all_is_noticed() throws IOException {
        Export.write(Stories.log(3), file(), Progress.silent());
        EventLog log = new ForwardingLog(new MemoryLog()) {
            @Override
            public void appendSnapshots(List<StoredMessage> snapshots) {
                // Forgets them.
            }
        };

        assertThatThrownBy(() -> Import.read(file(), log, Progress.silent()))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining(
                        "The file has 3 events and 1 snapshots, and the log now 3 events and 0 snapshots");
    }
}
