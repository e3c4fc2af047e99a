package io.daybook.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The calls about payments: {@code /v1/payments} and below. No thread waits for the books. */
final class PaymentsEndpoint implements HttpHandler {

    static final String PATH = "/v1/payments";

    private static final int MAX_BODY = 16_384;
    private static final int MAX_KEY = 200;
    private static final int MAX_PAGE = 1_000;
    private static final int MAX_DIGITS = 18;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final JsonMapper JSON = new JsonMapper();

    private final Clerk clerk;
    private final Books books;
    private final Faults faults;
    private final Holding holding;

    private record AuthorizationJson(
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String token) {}

    /** A page of the books; {@code next} is null on the last. */
    private record PageJson(
            List<Replies.PaymentJson> payments, @Nullable String next) {}

    /** A request that makes no sense, and the status code that says so. */
    private static final class Unusable extends Exception {
        private final int status;

        Unusable(int status, String reason) {
            super(reason);
            this.status = status;
        }
    }

    PaymentsEndpoint(Clerk clerk, Books books, Faults faults, Holding holding) {
        this.clerk = clerk;
        this.books = books;
        this.faults = faults;
        this.holding = holding;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        try {
            String rest = exchange.getRequestURI().getPath().substring(PATH.length());
            if (rest.isEmpty() || rest.equals("/")) {
                page(exchange);
            } else {
                call(exchange, rest, body);
            }
        } catch (Unusable unusable) {
            Replies.message(exchange, unusable.status, String.valueOf(unusable.getMessage()));
        }
    }

    private void page(HttpExchange exchange) throws Unusable {
        requireMethod(exchange, "GET");
        Map<String, String> query = Queries.of(exchange.getRequestURI());
        int limit;
        try {
            limit = Integer.parseInt(query.getOrDefault("limit", String.valueOf(MAX_PAGE)));
        } catch (NumberFormatException wrong) {
            throw new Unusable(400, "limit must be a number");
        }
        if (limit < 1 || limit > MAX_PAGE) {
            throw new Unusable(400, "limit must be between 1 and " + MAX_PAGE);
        }
        try {
            List<Payment> payments = books.page(query.getOrDefault("after", ""), limit);
            String next = payments.size() < limit
                    ? null
                    : payments.get(payments.size() - 1).key();
            Replies.json(
                    exchange,
                    200,
                    new PageJson(payments.stream().map(Replies.PaymentJson::of).collect(Collectors.toList()), next));
        } catch (SQLException failure) {
            throw new Unusable(500, "the books cannot be read");
        }
    }

    private void call(HttpExchange exchange, String rest, byte[] body) throws Unusable {
        String[] parts = rest.split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[1].isEmpty() || parts[1].length() > MAX_KEY) {
            throw new Unusable(404, "no such address");
        }
        Faults.Kind fault = faults.current().kind();
        Call call = read(exchange, parts[1], parts.length == 3 ? parts[2] : null, body, fault);
        switch (fault) {
            case DOWN -> throw new Unusable(503, "the provider is down");
            case HANG -> holding.forEver(exchange);
            case SLOW -> holding.slowly(exchange, () -> ask(exchange, call));
            case NONE, DECLINE -> ask(exchange, call);
        }
    }

    private static Call read(HttpExchange exchange, String key, @Nullable String verb, byte[] body, Faults.Kind fault)
            throws Unusable {
        if (verb == null) {
            requireMethod(exchange, "GET");
            return new Call.Look(key);
        }
        requireMethod(exchange, "POST");
        return switch (verb) {
            case "authorization" -> authorization(key, body, fault == Faults.Kind.DECLINE);
            case "capture" -> new Call.Capture(key);
            case "void" -> new Call.Release(key);
            case "refund" -> new Call.Refund(key);
            default -> throw new Unusable(404, "no such address");
        };
    }

    private static Call authorization(String key, byte[] body, boolean refuse) throws Unusable {
        if (body.length > MAX_BODY) {
            throw new Unusable(413, "the body is too large");
        }
        AuthorizationJson json;
        try {
            json = JSON.readValue(body, AuthorizationJson.class);
        } catch (JacksonException broken) {
            throw new Unusable(400, "the body must be JSON with amount, currency and token");
        }
        if (json == null || json.amount() == null || json.amount().signum() <= 0) {
            throw new Unusable(400, "amount must be more than zero");
        }
        // Before anything is reckoned with it: 1e999999999 is a short number, and a very long one to write out.
        if (json.amount().precision() > MAX_DIGITS
                || Math.abs((long) json.amount().scale()) > MAX_DIGITS) {
            throw new Unusable(400, "amount must have at most %d digits".formatted(MAX_DIGITS));
        }
        if (json.currency() == null || !CURRENCIES.contains(json.currency())) {
            throw new Unusable(400, "currency must be the three capital letters of one that there is");
        }
        Optional<TestCard> card = json.token() == null ? Optional.empty() : TestCard.of(json.token());
        if (card.isEmpty()) {
            throw new Unusable(400, "no such token");
        }
        return new Call.Authorize(key, json.amount(), json.currency(), card.get(), refuse, false);
    }

    private void ask(HttpExchange exchange, Call call) {
        clerk.ask(call, outcome -> reply(exchange, outcome));
    }

    private void reply(HttpExchange exchange, Outcome outcome) {
        if (outcome instanceof Outcome.Answer answer) {
            Replies.payment(exchange, answer.http(), answer.shown());
        } else if (outcome instanceof Outcome.Note note) {
            Replies.message(exchange, note.http(), note.message());
        } else if (outcome instanceof Outcome.Later later) {
            holding.slowly(exchange, () -> ask(exchange, later.again()));
        } else {
            holding.forEver(exchange);
        }
    }

    private static void requireMethod(HttpExchange exchange, String method) throws Unusable {
        if (!exchange.getRequestMethod().equals(method)) {
            throw new Unusable(405, "only " + method + " here");
        }
    }
}
