package io.daybook.command.payment;

import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.payment.ProviderAnswer.Standing;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the provider's protocol: JSON over HTTP/1.1, the payment's id being the idempotency key in each address. */
final class HttpPaymentProvider implements PaymentProvider {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /** The payment is in another state than the call is for; the answer says in which. */
    private static final int CONFLICT = 409;

    private final HttpClient client;
    private final PaymentSettings settings;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    HttpPaymentProvider(PaymentSettings settings) {
        this.settings = settings;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    private record AuthorizationBody(String amount, String currency, String token) {}

    private record PaymentBody(
            @Nullable String status,
            @Nullable String reference,
            @Nullable String reason) {}

    @Override
    public CompletableFuture<ProviderAnswer> authorize(PaymentId id, Money amount, PaymentMethod method) {
        String body = json.writeValueAsString(new AuthorizationBody(
                amount.getAmount().toPlainString(), amount.getCurrencyUnit().getCode(), method.token()));
        // A conflict is no answer here: it says that this id has been used for another payment.
        return send(post(id, "/authorization", BodyPublishers.ofString(body)), Set.of(OK));
    }

    @Override
    public CompletableFuture<ProviderAnswer> capture(PaymentId id) {
        return send(post(id, "/capture", BodyPublishers.noBody()), Set.of(OK, CONFLICT));
    }

    @Override
    public CompletableFuture<ProviderAnswer> release(PaymentId id) {
        return send(post(id, "/void", BodyPublishers.noBody()), Set.of(OK, CONFLICT));
    }

    @Override
    public CompletableFuture<ProviderAnswer> refund(PaymentId id) {
        return send(post(id, "/refund", BodyPublishers.noBody()), Set.of(OK, CONFLICT));
    }

    @Override
    public CompletableFuture<ProviderAnswer> find(PaymentId id) {
        return send(to(id, "").GET().build(), Set.of(OK));
    }

    private HttpRequest post(PaymentId id, String action, HttpRequest.BodyPublisher body) {
        return to(id, action)
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
    }

    private HttpRequest.Builder to(PaymentId id, String action) {
        String key = URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(settings.providerUrl() + "/v1/payments/" + key + action));
    }

    private CompletableFuture<ProviderAnswer> send(HttpRequest request, Set<Integer> answers) {
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, BodyHandlers.ofString());
        return exchange.copy()
                .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                // After a timeout this closes the connection; after an answer it does nothing.
                .whenComplete((response, failure) -> exchange.cancel(true))
                .thenApply(response -> read(response, answers));
    }

    private ProviderAnswer read(HttpResponse<String> response, Set<Integer> answers) {
        if (response.statusCode() == NOT_FOUND) {
            return ProviderAnswer.UNKNOWN;
        }
        if (!answers.contains(response.statusCode())) {
            throw new IllegalStateException("%s %s was answered with status %d"
                    .formatted(response.request().method(), response.uri(), response.statusCode()));
        }
        PaymentBody body = json.readValue(response.body(), PaymentBody.class);
        return new ProviderAnswer(
                Standing.valueOf(Objects.requireNonNull(body.status(), "an answer without a status")),
                Objects.requireNonNullElse(body.reference(), ""),
                Objects.requireNonNullElse(body.reason(), ""));
    }
}
