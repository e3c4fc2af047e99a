package io.daybook.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant's side of the protocol, for tests. */
final class Merchant {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    record Reply(int status, JsonNode body) {
        String paymentStatus() {
            return body.path("status").asString("");
        }
    }

    Merchant(String url) {
        this.url = url;
    }

    Reply authorize(String key, String token) {
        return post("/v1/payments/" + key + "/authorization", authorization(token));
    }

    CompletableFuture<Reply> authorizing(String key, String token, Duration timeout) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/payments/" + key + "/authorization"))
                .POST(HttpRequest.BodyPublishers.ofString(authorization(token)))
                .timeout(timeout)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Merchant::reply);
    }

    private static String authorization(String token) {
        return "{\"amount\":\"12.50\",\"currency\":\"GBP\",\"token\":\"%s\"}".formatted(token);
    }

    Reply call(String key, String verb) {
        return post("/v1/payments/" + key + "/" + verb, "");
    }

    Reply look(String key) {
        return get("/v1/payments/" + key);
    }

    Reply post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private Reply send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Merchant::reply)
                .join();
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), JSON.readTree(response.body()));
    }
}
