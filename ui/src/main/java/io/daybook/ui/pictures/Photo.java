package io.daybook.ui.pictures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A picture that staff have sent, as it is kept and shown.
 *
 * @param name  derived from what is in it: what is under a name never changes
 * @param bytes a PNG or JPEG file
 */
record Photo(String name, byte[] bytes) {

    private static final int HASH_BYTES = 16;

    static Photo of(byte[] bytes, String extension) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Photo(HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES)) + "." + extension, bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
