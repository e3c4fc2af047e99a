package io.daybook.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that nobody changes, equal by what they are. */
public final class Bytes {

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /** These bytes, which must not be changed any more. */
    public static Bytes of(byte[] value) {
        return new Bytes(value);
    }

    /** The text's bytes in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves, not a copy. */
    public byte[] array() {
        return value;
    }

    public int size() {
        return value.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** The text that these bytes are in UTF-8, as far as they are. */
    @Override
    public String toString() {
        return new String(value, StandardCharsets.UTF_8);
    }
}
