package io.daybook.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a program sees it, signed in as one user. */
final class Api {

    static final String APPROVED_CARD = "4242 4242 4242 4242";
    static final String DECLINED_CARD = "4000 0000 0000 0002";
    static final String VOID_FAILS_CARD = "4000 0000 0000 0127";

    private static final int LONG_ENOUGH = 30;

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;
    private final String token;

    /** What came back. */
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text(String field) {
            return json().path(field).asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElseThrow();
        }
    }

    private Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Not signed in. */
    static Api anonymous(String url) {
        return new Api(url, "");
    }

    static Api signIn(String url, String email, String password) throws Exception {
        String credentials = JSON.writeValueAsString(java.util.Map.of("email", email, "password", password));
        Answer answer = anonymous(url).send("POST", "/tokens", credentials);
        if (answer.status() != 201) {
            throw new AssertionError("sign-in answered " + answer.status() + ": "
                    + answer.response().body());
        }
        return new Api(url, answer.text("token"));
    }

    Answer get(String path) throws Exception {
        return send("GET", path, null);
    }

    Answer post(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, headers);
    }

    /** Orders so many units of one product, and waits until the order is settled. */
    Answer order(String sku, int quantity, String card) throws Exception {
        return order(sku, quantity, card, UUID.randomUUID().toString());
    }

    Answer order(String sku, int quantity, String card, String key) throws Exception {
        return order(sku, quantity, card, key, LONG_ENOUGH);
    }

    /** Waits at most so many seconds for the order to be settled. */
    Answer order(String sku, int quantity, String card, String key, int wait) throws Exception {
        String body = """
                {"lines": [{"sku": "%s", "quantity": %d}], "payment": {"card": "%s"},
                 "shippingAddress": {"name": "Ada Example", "street": "1 Mill Lane", "city": "Leeds",
                                     "postcode": "LS1 1AA", "country": "United Kingdom"}}
                """.formatted(sku, quantity, card);
        return post("/orders", body, "Idempotency-Key", key, "Prefer", "wait=" + wait);
    }

    Answer send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response);
    }
}
