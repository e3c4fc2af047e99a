package io.daybook.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox's operator can do: see that it is up, inject faults, mend what is broken. */
final class OperatorEndpoint implements HttpHandler {

    private static final int MAX_BODY = 16_384;
    private static final int MAX_SECONDS = 86_400;
    private static final JsonMapper JSON = new JsonMapper();

    private final Clerk clerk;
    private final Faults faults;
    private final Holding holding;

    private record FaultRequest(
            Faults.@Nullable Kind kind, @Nullable Integer seconds) {}

    /** A fault as it is shown; {@code until} is null when there is none. */
    private record FaultJson(Faults.Kind kind, @Nullable Instant until) {
        static FaultJson of(Faults.Fault fault) {
            return new FaultJson(fault.kind(), fault.kind() == Faults.Kind.NONE ? null : fault.until());
        }
    }

    private record HealthJson(String status, Faults.Kind fault, int held) {}

    OperatorEndpoint(Clerk clerk, Faults faults, Holding holding) {
        this.clerk = clerk;
        this.faults = faults;
        this.holding = holding;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /v1/health" -> health(exchange);
            case "GET /v1/faults" -> Replies.json(exchange, 200, FaultJson.of(faults.current()));
            case "POST /v1/faults" -> inject(exchange, body);
            case "POST /v1/mend" ->
                clerk.mend(outcome -> {
                    if (outcome instanceof Outcome.Note note) {
                        Replies.message(exchange, note.http(), note.message());
                    }
                });
            default -> Replies.message(exchange, 404, "no such address");
        }
    }

    private void health(HttpExchange exchange) {
        Faults.Kind fault = faults.current().kind();
        boolean down = fault == Faults.Kind.DOWN;
        Replies.json(exchange, down ? 503 : 200, new HealthJson(down ? "DOWN" : "UP", fault, holding.held()));
    }

    private void inject(HttpExchange exchange, byte[] body) {
        FaultRequest request;
        try {
            request = JSON.readValue(body, FaultRequest.class);
        } catch (JacksonException broken) {
            request = null;
        }
        if (request == null || request.kind() == null) {
            Replies.message(exchange, 400, "kind must be one of NONE, DECLINE, SLOW, HANG, DOWN");
            return;
        }
        int seconds = request.seconds() == null ? 0 : request.seconds();
        if (request.kind() != Faults.Kind.NONE && (seconds < 1 || seconds > MAX_SECONDS)) {
            Replies.message(exchange, 400, "seconds must be between 1 and " + MAX_SECONDS);
            return;
        }
        Replies.json(exchange, 200, FaultJson.of(faults.inject(request.kind(), Duration.ofSeconds(seconds))));
    }
}
