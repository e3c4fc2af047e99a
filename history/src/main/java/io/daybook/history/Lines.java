package io.daybook.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines; of none of them more is held than a line may have. */
final class Lines {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1 << 12];
    private int position;
    private int limit;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line without its end; null after the last one.
     *
     * @throws BrokenLine if it has no end, or is too long
     */
    byte @Nullable [] next() throws IOException, BrokenLine {
        int length = 0;
        while (true) {
            if (position == limit) {
                limit = in.read(buffer, 0, buffer.length);
                position = 0;
                if (limit < 0) {
                    limit = 0;
                    return end(length);
                }
            }
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            length = append(length, end);
            if (end < limit) {
                position = end + 1;
                return Arrays.copyOf(line, length);
            }
            position = end;
        }
    }

    private static byte @Nullable [] end(int length) throws BrokenLine {
        if (length > 0) {
            throw new BrokenLine("the file ends within it");
        }
        return null;
    }

    private int append(int length, int end) throws BrokenLine {
        int together = length + end - position;
        if (together > Names.LONGEST_LINE) {
            throw new BrokenLine("it is longer than %d bytes".formatted(Names.LONGEST_LINE));
        }
        if (together > line.length) {
            line = Arrays.copyOf(line, Math.min(Names.LONGEST_LINE, Math.max(together, 2 * line.length)));
        }
        System.arraycopy(buffer, position, line, length, end - position);
        return together;
    }
}
