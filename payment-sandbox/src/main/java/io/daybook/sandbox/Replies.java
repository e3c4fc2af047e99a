package io.daybook.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as JSON. An answer that its caller does not wait for any more is no failure of ours. */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final JsonMapper JSON = new JsonMapper();

    private Replies() {}

    /** A payment as merchants see it. */
    record PaymentJson(
            String key,
            Status status,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String reference,
            @Nullable String reason) {

        static PaymentJson of(Payment payment) {
            return new PaymentJson(
                    payment.key(),
                    payment.status(),
                    payment.amount() == null ? null : payment.amount().toPlainString(),
                    payment.currency(),
                    payment.reference(),
                    payment.reason());
        }
    }

    static void payment(HttpExchange exchange, int status, Payment payment) {
        json(exchange, status, PaymentJson.of(payment));
    }

    static void message(HttpExchange exchange, int status, String message) {
        json(exchange, status, Map.of("message", message));
    }

    /** Ends a call without having dealt with it: the caller's connection is closed with a 504. */
    static void giveUp(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Connection", "close");
        message(exchange, 504, "no answer");
    }

    static void json(HttpExchange exchange, int status, Object body) {
        byte[] bytes = JSON.writeValueAsBytes(body);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            LOG.debug("A caller went away before its answer", gone);
        }
    }
}
