package io.daybook.command.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A payment provider on loopback. What a card does depends on its token; all calls are idempotent by the payment's id. */
final class TestProvider implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<String, String>> books = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean mute;

    TestProvider() {
        this(0);
    }

    TestProvider(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/v1/payments/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Calls that came in, for example {@code POST payment-1/capture}. */
    List<String> calls() {
        return calls;
    }

    /** How the payment stands; null when it was never heard of. */
    String statusOf(String key) {
        return books.getOrDefault(key, Map.of()).get("status");
    }

    /** From now on the provider takes calls and answers none of them. */
    void mute() {
        mute = true;
    }

    void unmute() {
        mute = false;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v1/payments/".length());
        calls.add(exchange.getRequestMethod() + " " + path);
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (mute) {
            return;
        }
        String key = path.replaceAll("/.*", "");
        String action = path.contains("/") ? path.substring(path.indexOf('/') + 1) : "find";
        switch (action) {
            case "find" -> answer(exchange, books.containsKey(key) ? 200 : 404, key);
            case "authorization" ->
                authorize(exchange, key, JSON.readTree(body).get("token").asString());
            case "capture" -> capture(exchange, key);
            case "void" -> release(exchange, key);
            case "refund" -> refund(exchange, key);
            default -> throw new IllegalArgumentException(action);
        }
    }

    private void authorize(HttpExchange exchange, String key, String token) throws IOException {
        switch (token) {
            case "tok_hang" -> {
                return;
            }
            case "tok_error" -> {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            case "tok_decline" -> book(key, "DECLINED", "insufficient funds", token);
            default -> book(key, "AUTHORIZED", "", token);
        }
        if (!token.equals("tok_lost_answer")) {
            answer(exchange, 200, key);
        }
    }

    private void capture(HttpExchange exchange, String key) throws IOException {
        Map<String, String> payment = books.get(key);
        if (payment == null) {
            answer(exchange, 404, key);
        } else if (payment.get("token").equals("tok_capture_refused")
                && payment.get("status").equals("AUTHORIZED")) {
            become(key, "CAPTURE_FAILED", "refused");
            answer(exchange, 200, key);
        } else if (payment.get("status").equals("AUTHORIZED")) {
            become(key, "CAPTURED", "");
            answer(exchange, 200, key);
        } else {
            answer(exchange, payment.get("status").startsWith("CAPTURE") ? 200 : 409, key);
        }
    }

    private void release(HttpExchange exchange, String key) throws IOException {
        if ("CAPTURED".equals(statusOf(key))) {
            answer(exchange, 409, key);
            return;
        }
        become(key, "VOIDED", "voided before authorization");
        answer(exchange, 200, key);
    }

    private void refund(HttpExchange exchange, String key) throws IOException {
        become(key, "CAPTURED".equals(statusOf(key)) || "REFUNDED".equals(statusOf(key)) ? "REFUNDED" : "VOIDED", "");
        answer(exchange, 200, key);
    }

    private void book(String key, String status, String reason, String token) {
        books.putIfAbsent(
                key, new ConcurrentHashMap<>(Map.of("status", status, "reason", reason, "token", token, "key", key)));
    }

    private void become(String key, String status, String reason) {
        book(key, status, reason, "none");
        books.get(key).putAll(Map.of("status", status, "reason", reason));
    }

    private void answer(HttpExchange exchange, int status, String key) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>(books.getOrDefault(key, Map.of()));
        body.put("reference", "ref-" + key);
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
