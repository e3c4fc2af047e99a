package io.daybook.bench.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads answers from a connection: a length given, chunks, or everything until it closes. */
final class ResponseReader {

    private static final int MAX_LINE = 65_536;

    private final InputStream in;
    private final byte[] buffer = new byte[16_384];
    private int position;
    private int limit;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    Reply read() throws IOException {
        int status;
        Map<String, String> headers;
        do {
            status = status(firstLine());
            headers = headers();
        } while (status / 100 == 1);
        return new Reply(status, headers, body(status, headers));
    }

    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("Not an HTTP answer: " + line);
        }
        return number(parts[1], 10);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? untilClosed(headers) : bytes(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = line();
            int semicolon = line.indexOf(';');
            int size = number(semicolon < 0 ? line : line.substring(0, semicolon), 16);
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            body.write(bytes(size));
            line();
        }
    }

    private byte[] untilClosed(Map<String, String> headers) throws IOException {
        headers.put("connection", "close");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(buffer, position, limit - position);
        position = limit;
        in.transferTo(body);
        return body.toByteArray();
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int filled = 0;
        while (filled < count) {
            if (position == limit && !fill()) {
                throw new EOFException("The answer ends in its middle");
            }
            int part = Math.min(count - filled, limit - position);
            System.arraycopy(buffer, position, bytes, filled, part);
            position += part;
            filled += part;
        }
        return bytes;
    }

    private String firstLine() throws IOException {
        if (position == limit) {
            boolean more;
            try {
                more = fill();
            } catch (SocketException reset) {
                throw new StaleConnection(reset);
            }
            if (!more) {
                throw new StaleConnection(null);
            }
        }
        return line();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < MAX_LINE) {
            if (position == limit && !fill()) {
                throw new EOFException("The answer ends in its head");
            }
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, start, position - start, StandardCharsets.ISO_8859_1));
            if (position < limit) {
                position++;
                int end = line.length() - 1;
                return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
            }
        }
        throw new IOException("A line of the answer is too long");
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private static int number(String text, int radix) throws IOException {
        try {
            return Integer.parseInt(text.strip(), radix);
        } catch (NumberFormatException wrong) {
            throw new IOException("Not a number in an answer: " + text, wrong);
        }
    }
}
