package io.daybook.ui.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request's body in a temporary file, which is gone when this is closed: imports wait for their turn, and several of them
 * would fill the memory.
 */
record SpooledFile(Path path, String fingerprint) implements AutoCloseable {

    static SpooledFile of(InputStream body) throws IOException {
        Path path = Files.createTempFile("daybook-import-", ".tmp");
        try {
            DigestInputStream digested = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"));
            Files.copy(digested, path, StandardCopyOption.REPLACE_EXISTING);
            return new SpooledFile(
                    path, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
