package io.daybook.bench.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection, kept alive, for one thread at a time. It does only what this program needs: the JDK's own client
 * costs several times the CPU for a call, and that CPU would be missing where it is measured.
 */
public final class HttpConnection implements AutoCloseable {

    private final String host;
    private final int port;
    private final int timeoutMillis;
    private @Nullable Socket socket;
    private @Nullable ResponseReader reader;

    /**
     * Does not connect yet.
     *
     * @param timeout for connecting, and for each wait for bytes of an answer
     * @throws IllegalArgumentException when the address is not {@code http://host:port}
     */
    public HttpConnection(URI url, Duration timeout) {
        if (!"http".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("Not an address like http://127.0.0.1:8080: " + url);
        }
        this.host = url.getHost();
        this.port = url.getPort() == -1 ? 80 : url.getPort();
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /**
     * Sends a request and waits for its answer. If the server closed a connection that was kept, a new one is made and the
     * request is sent once more: all requests of this program can be.
     *
     * @throws IOException when there is no answer; the request may or may not have been dealt with
     */
    public Reply send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        byte[] request = render(method, path, headers, body);
        boolean kept = socket != null;
        try {
            return exchange(request);
        } catch (StaleConnection stale) {
            if (!kept) {
                throw stale;
            }
            return exchange(request);
        }
    }

    private Reply exchange(byte[] request) throws IOException {
        ResponseReader in = reader;
        Socket connection = socket;
        if (connection == null || in == null) {
            connection = new Socket();
            socket = connection;
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(timeoutMillis);
            try {
                connection.connect(new InetSocketAddress(host, port), timeoutMillis);
            } catch (IOException failure) {
                close();
                throw failure;
            }
            in = new ResponseReader(connection.getInputStream());
            reader = in;
        }
        try {
            try {
                OutputStream out = connection.getOutputStream();
                out.write(request);
            } catch (IOException closed) {
                throw new StaleConnection(closed);
            }
            Reply reply = in.read();
            if ("close".equalsIgnoreCase(reply.header("connection"))) {
                close();
            }
            return reply;
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    private byte[] render(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(256);
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        head.append(':').append(port).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        return request.toByteArray();
    }

    @Override
    public void close() {
        Socket connection = socket;
        socket = null;
        reader = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException alreadyBroken) {
                throw new IllegalStateException("A socket could not be closed", alreadyBroken);
            }
        }
    }
}
