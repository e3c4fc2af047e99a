package io.daybook.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a file that is not sound nothing is written, and it is said what is wrong with it. */
class DamagedFileTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void export() throws IOException {
        file = directory.resolve("history.jsonl.gz");
        Export.write(Stories.log(2_000), file, Progress.silent());
    }

    private void assertRefused(String reason) {
        MemoryLog log = new MemoryLog();

        assertThatThrownBy(() -> Import.read(file, log, Progress.silent()))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining(reason);
        assertThat(log.content()).isEmpty();
    }

    /** Changes the lines and, so that nothing else is wrong, has the checksum agree. */
    private void change(UnaryOperator<List<String>> change) throws Exception {
        List<String> lines = change.apply(new ArrayList<>(HistoryFiles.lines(file)));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (String line : lines.subList(0, lines.size() - 1)) {
            sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String footer = lines.get(lines.size() - 1)
                .replaceFirst(
                        "\"sha256\":\"[^\"]*\"",
                        "\"sha256\":\"%s\"".formatted(HexFormat.of().formatHex(sha256.digest())));
        lines.set(lines.size() - 1, footer);
        HistoryFiles.write(file, lines);
    }

    private static List<String> with(List<String> lines, int index, String line) {
        lines.set(index, line);
        return lines;
    }

    @Test
    void a_file_that_is_changed_and_agrees_with_itself_is_sound() throws Exception {
        change(lines -> with(lines, 5, lines.get(5).replace("number", "figure")));

        assertThat(Verification.of(file, Progress.silent()).counts()).isEqualTo(new Counts(2_000, 1));
    }

    @Test
    void a_file_that_is_cut_off_anywhere() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : List.of(0, 5, 20, whole.length / 2, whole.length - 9, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertRefused(length == 0 ? "cut off after line 0" : "cut off after line");
        }
    }

    @Test
    void a_byte_that_has_flipped_anywhere() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int index = 12; index < whole.length; index += whole.length / 200) {
            byte[] flipped = whole.clone();
            flipped[index] ^= 0x20;
            Files.write(file, flipped);

            assertRefused(file.toString());
        }
    }

    @Test
    void a_byte_that_was_changed_before_it_was_packed() throws IOException {
        List<String> lines = new ArrayList<>(HistoryFiles.lines(file));
        HistoryFiles.write(file, with(lines, 9, lines.get(9).replace("\"me\"", "\"you\"")));

        assertRefused("line 2003: the checksum should be");
    }

    @Test
    void a_version_that_is_not_known() throws Exception {
        change(lines -> with(lines, 0, lines.get(0).replace("\"version\":1", "\"version\":2")));

        assertRefused("line 1: the file is of version 2, and only version 1 can be read");
    }

    @Test
    void a_file_of_another_kind() throws Exception {
        change(lines -> with(lines, 0, "{\"hello\":1}"));
        assertRefused("line 1: it does not say that this is a daybook-history");

        Files.writeString(file, "not packed at all");
        assertRefused("damaged after line 0");
    }

    @Test
    void a_line_too_few_or_too_many() throws Exception {
        change(lines -> {
            lines.remove(8);
            return lines;
        });
        assertRefused(
                "line 2002: the file should have 2,000 events and 1 snapshots and has 1,999 events and 1 snapshots");

        HistoryFiles.write(file, HistoryFiles.lines(file).subList(0, 50));
        assertRefused("line 51: the file ends before its last line");
    }

    @Test
    void something_after_the_end() throws Exception {
        List<String> lines = new ArrayList<>(HistoryFiles.lines(file));
        lines.add("{}");
        HistoryFiles.write(file, lines);

        assertRefused("line 2004: it comes after the last one");
    }

    @Test
    void events_out_of_order() throws Exception {
        change(lines -> {
            String line = lines.remove(8);
            lines.add(9, line);
            return lines;
        });

        assertRefused("line 10: position 8 follows position 9");
    }

    @Test
    void lines_that_are_not_what_they_should_be() throws Exception {
        String event = HistoryFiles.lines(file).get(8);
        for (String line : List.of(
                "",
                "[]",
                "null",
                "{\"kind\":\"event\"",
                event + "}",
                event.replace("\"event\"", "\"surprise\""),
                event.replace("\"sequence\"", "\"order\""),
                event.replace("\"position\":8", "\"position\":\"8\""),
                event.replace("\"position\":8", "\"position\":8.0"),
                event.replace("\"position\":8", "\"position\":99999999999999999999"),
                event.replace(".127Z", ".1271Z"),
                event.replace(".127Z", "Z"),
                event.replace("{\"number\":7}", "7"),
                event.replace("\"payload\":{\"number\":7}", "\"payloadBase64\":\"!\""),
                event.replace("\"id\"", "\"id\":\"twice\",\"id\""),
                event.replace("\"id\"", "\"more\":\"x\",\"id\""))) {
            change(lines -> with(lines, 8, line));

            assertRefused("line 9: ");
        }
    }

    @Test
    void a_file_that_is_not_there() throws IOException {
        Files.delete(file);

        assertRefused("There is no file");
    }
}
