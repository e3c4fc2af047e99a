package io.daybook.ui.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a stream of server-sent events as a browser would; closing it is closing the page. */
public final class LiveReader implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    /** Kept: a client that nobody refers to any more ends its connections when the garbage is collected. */
    @SuppressWarnings("UnusedVariable")
    private final HttpClient client;

    private LiveReader(HttpClient client, InputStream body) {
        this.client = client;
        this.body = body;
        Thread reader = new Thread(this::read, "live-reader");
        reader.setDaemon(true);
        reader.start();
    }

    public static LiveReader open(int port, String path, String cookie) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Cookie", cookie)
                .build();
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return new LiveReader(client, response.body());
    }

    /** Everything that has come so far. */
    public String text() {
        return String.join("\n", lines);
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed");
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
