package io.daybook.bench.fake;

import io.daybook.bench.http.Card;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Calls the payment sandbox. Lost answers are looked up. */
final class FakePayments {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_FOR_LOST_ANSWERS = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final String url;

    FakePayments(String url) {
        this.url = url + "/v1/payments/";
    }

    boolean authorize(String key, BigDecimal amount, Card card) throws IOException, InterruptedException {
        String token = "tok_" + card.name().toLowerCase(Locale.ROOT);
        String body = "{\"amount\":\"%s\",\"currency\":\"GBP\",\"token\":\"%s\"}".formatted(amount, token);
        try {
            Duration patience = card == Card.LOST_ANSWER ? PATIENCE_FOR_LOST_ANSWERS : PATIENCE;
            return status(post(key + "/authorization", body, patience)).equals("AUTHORIZED");
        } catch (HttpTimeoutException lost) {
            return status(get(key)).equals("AUTHORIZED");
        }
    }

    boolean capture(String key) throws IOException, InterruptedException {
        return status(post(key + "/capture", "", PATIENCE)).equals("CAPTURED");
    }

    void release(String key) throws IOException, InterruptedException {
        post(key + "/void", "", PATIENCE);
    }

    void refund(String key) throws IOException, InterruptedException {
        post(key + "/refund", "", PATIENCE);
    }

    private String status(HttpResponse<byte[]> response) {
        return json.readTree(response.body()).path("status").asString("");
    }

    private HttpResponse<byte[]> post(String path, String body, Duration patience)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .timeout(patience)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + path)).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
