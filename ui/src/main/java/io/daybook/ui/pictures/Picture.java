package io.daybook.ui.pictures;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * One picture, kept as it is mostly sent: compressed.
 *
 * @param gzip an SVG document, in gzip format
 * @param etag its checksum, quoted as HTTP wants it
 */
record Picture(byte[] gzip, String etag) {

    static Picture of(String svg) {
        byte[] plain = svg.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(plain);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(1024);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return new Picture(compressed.toByteArray(), "\"%08x\"".formatted(checksum.getValue()));
    }

    /** The SVG document itself. */
    byte[] plain() {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return input.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("reading from memory", broken);
        }
    }
}
