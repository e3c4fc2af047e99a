package io.daybook.history;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a history file from its first line to its last and checks all that can be checked on the way. */
final class HistoryReader {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Consumer<StoredEvent> events;
    private final Consumer<StoredMessage> snapshots;
    private final MessageDigest digest = Digests.sha256();
    private long line;
    private long eventsRead;
    private long snapshotsRead;
    private long lastPosition = -1;

    private HistoryReader(Path file, Consumer<StoredEvent> events, Consumer<StoredMessage> snapshots) {
        this.file = file;
        this.events = events;
        this.snapshots = snapshots;
    }

    /**
     * Hands over what the file holds, the events first, before it is known whether the whole of it is sound.
     *
     * @throws HistoryFailure if it is not a whole and sound history file; says which line is at fault
     */
    static Summary read(Path file, Consumer<StoredEvent> events, Consumer<StoredMessage> snapshots) throws IOException {
        return new HistoryReader(file, events, snapshots).read();
    }

    private Summary read() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
            Lines lines = new Lines(in);
            Header header = LineParser.header(present(next(lines)));
            while (true) {
                byte[] bytes = present(next(lines));
                Object content = LineParser.body(bytes);
                if (content instanceof LineParser.Footer footer) {
                    check(footer);
                    if (next(lines) != null) {
                        throw new BrokenLine("it comes after the last one");
                    }
                    return new Summary(header, footer.counts(), footer.sha256());
                }
                digest(bytes);
                accept(content);
            }
        } catch (NoSuchFileException missing) {
            throw new HistoryFailure("There is no file %s".formatted(file), missing);
        } catch (EOFException cutOff) {
            throw new HistoryFailure("%s is cut off after line %d".formatted(file, Math.max(0, line - 1)), cutOff);
        } catch (ZipException damaged) {
            throw new HistoryFailure(
                    "%s is damaged after line %d: %s".formatted(file, Math.max(0, line - 1), damaged.getMessage()),
                    damaged);
        } catch (BrokenLine broken) {
            throw new HistoryFailure("%s, line %d: %s".formatted(file, line, broken.getMessage()), broken);
        }
    }

    private byte @Nullable [] next(Lines lines) throws IOException, BrokenLine {
        line++;
        byte[] next = lines.next();
        if (line == 1 && next != null) {
            digest(next);
        }
        return next;
    }

    private static byte[] present(byte @Nullable [] line) throws BrokenLine {
        if (line == null) {
            throw new BrokenLine("the file ends before its last line, which has the counts and the checksum");
        }
        return line;
    }

    private void digest(byte[] bytes) {
        digest.update(bytes);
        digest.update((byte) '\n');
    }

    private void accept(Object content) throws BrokenLine {
        if (content instanceof StoredEvent event) {
            if (snapshotsRead > 0) {
                throw new BrokenLine("an event comes after a snapshot");
            }
            if (event.position() <= lastPosition) {
                throw new BrokenLine("position %d follows position %d".formatted(event.position(), lastPosition));
            }
            lastPosition = event.position();
            eventsRead++;
            events.accept(event);
        } else if (content instanceof StoredMessage snapshot) {
            snapshotsRead++;
            snapshots.accept(snapshot);
        }
    }

    private void check(LineParser.Footer footer) throws BrokenLine {
        Counts read = new Counts(eventsRead, snapshotsRead);
        if (!footer.counts().equals(read)) {
            throw new BrokenLine("the file should have %s and has %s".formatted(footer.counts(), read));
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (!footer.sha256().equals(sha256)) {
            throw new BrokenLine("the checksum should be %s and is %s: the file has been changed"
                    .formatted(footer.sha256(), sha256));
        }
    }
}
