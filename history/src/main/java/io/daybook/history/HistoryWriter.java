package io.daybook.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a history file, under another name beside it until it is complete: a file of the right name is a whole one.
 * The order is header, events, snapshots; {@link #finish} ends it.
 */
final class HistoryWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final GZIPOutputStream out;
    private final MessageDigest digest = Digests.sha256();
    private final LineWriter lines = new LineWriter();
    private final Header header;
    private long events;
    private long snapshots;
    private long lastPosition = -1;

    /** @throws HistoryFailure if the file exists */
    HistoryWriter(Path file, Header header) throws IOException {
        if (Files.exists(file)) {
            throw new HistoryFailure("%s exists already: give another name, or remove it".formatted(file));
        }
        this.file = file;
        this.header = header;
        part = file.resolveSibling(file.getFileName() + ".part");
        channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        out = new GZIPOutputStream(Channels.newOutputStream(channel), BUFFER);
        write(lines.header(header));
    }

    void event(StoredEvent event) {
        if (event.position() <= lastPosition) {
            throw new HistoryFailure("The log is out of order: position %d follows position %d"
                    .formatted(event.position(), lastPosition));
        }
        lastPosition = event.position();
        write(lines.event(event));
        events++;
    }

    void snapshot(StoredMessage snapshot) {
        write(lines.snapshot(snapshot));
        snapshots++;
    }

    private void write(byte[] line) {
        if (line.length > Names.LONGEST_LINE) {
            throw new HistoryFailure("A message of more than %d bytes cannot be exported; it begins %s"
                    .formatted(Names.LONGEST_LINE, new String(line, 0, 400, StandardCharsets.UTF_8)));
        }
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written: %s".formatted(part, e.getMessage()), e);
        }
        digest.update(line);
        digest.update((byte) '\n');
    }

    Counts written() {
        return new Counts(events, snapshots);
    }

    /** Completes the file, brings it to disk and gives it its name. */
    Summary finish() throws IOException {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        write(lines.footer(written(), sha256));
        out.finish();
        channel.force(true);
        out.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return new Summary(header, written(), sha256);
    }

    /** Ends it; what is not finished stays under its other name. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
