package io.daybook.bench.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a log that was exported to a file, as {@code docs/history.md} describes it. Reading a file, and not the Axon Server
 * itself, leaves this program free of Axon, and leaves behind what was judged.
 */
final class HistoryLog implements EventLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final EventJson events = new EventJson();
    private long position = -1;

    HistoryLog(Path file) {
        this.file = file;
    }

    @Override
    public void readOn(Consumer<Entry> reader) throws IOException {
        long read = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String format = line(lines).path("format").asString("");
            if (!format.equals("daybook-history")) {
                throw new IOException(file + " is not an exported log");
            }
            JsonNode line = line(lines);
            while (line.has("kind")) {
                if (line.path("kind").asString("").equals("event")) {
                    read++;
                    event(line, reader);
                }
                line = line(lines);
            }
            if (line.path("events").asLong(-1) != read) {
                throw new IOException(
                        "%s has %d events and says that it should have %s".formatted(file, read, line.path("events")));
            }
        } catch (JacksonException | DateTimeException | IllegalArgumentException broken) {
            throw new IOException("%s cannot be read after %d events".formatted(file, read), broken);
        }
    }

    private JsonNode line(BufferedReader lines) throws IOException {
        @Nullable String line = lines.readLine();
        if (line == null) {
            throw new IOException(file + " ends too early");
        }
        return JSON.readTree(line);
    }

    private void event(JsonNode line, Consumer<Entry> reader) {
        long at = line.path("position").asLong();
        if (at <= position) {
            return;
        }
        position = at;
        JsonNode payload = line.path("payload");
        byte[] bytes = payload.isMissingNode()
                ? Base64.getDecoder().decode(line.path("payloadBase64").asString(""))
                : JSON.writeValueAsBytes(payload);
        reader.accept(events.entry(
                at,
                Instant.parse(line.path("timestamp").asString("")),
                line.path("payloadType").asString(""),
                bytes));
    }
}
