package io.daybook.command.payment;

import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.payment.ProviderAnswer.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the provider's protocol: JSON over HTTP/1.1, the payment's id being the idempotency key in each address. Each call
 * has a thread while it lasts; how many there are at a time is up to the caller.
 */
final class HttpPaymentProvider implements PaymentProvider, AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /** The payment is in another state than the call is for; the answer says in which. */
    private static final int CONFLICT = 409;

    private final PaymentSettings settings;
    private final CloseableHttpClient client;
    private final ExecutorService calls;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final BooksReader books = new BooksReader(json);

    /** @param threads makes those that calls have */
    HttpPaymentProvider(PaymentSettings settings, ThreadFactory threads) {
        this.settings = settings;
        calls = Executors.newCachedThreadPool(threads);
        client = HttpClients.custom()
                .setConnectionManager(connections(settings))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(settings))
                        .setResponseTimeout(timeout(settings))
                        .build())
                // Whether a call may be made again is decided where it is known what became of the first.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(PaymentSettings settings) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                // One more than there are payments at a time, for whoever reads the books.
                .setMaxConnTotal(settings.inFlight() + 1)
                .setMaxConnPerRoute(settings.inFlight() + 1)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(
                                Timeout.ofMilliseconds(settings.connectTimeout().toMillis()))
                        .setSocketTimeout(timeout(settings))
                        .build())
                .build();
    }

    private static Timeout timeout(PaymentSettings settings) {
        return Timeout.ofMilliseconds(settings.timeout().toMillis());
    }

    private record AuthorizationBody(String amount, String currency, String token) {}

    private record PaymentBody(
            @Nullable String status,
            @Nullable String reference,
            @Nullable String reason) {}

    @Override
    public CompletableFuture<ProviderAnswer> authorize(PaymentId id, Money amount, PaymentMethod method) {
        HttpPost call = new HttpPost(address(id, "/authorization"));
        String body = json.writeValueAsString(new AuthorizationBody(
                amount.getAmount().toPlainString(), amount.getCurrencyUnit().getCode(), method.token()));
        call.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        // A conflict is no answer here: it says that this id has been used for another payment.
        return send(call, Set.of(OK));
    }

    @Override
    public CompletableFuture<ProviderAnswer> capture(PaymentId id) {
        return send(new HttpPost(address(id, "/capture")), Set.of(OK, CONFLICT));
    }

    @Override
    public CompletableFuture<ProviderAnswer> release(PaymentId id) {
        return send(new HttpPost(address(id, "/void")), Set.of(OK, CONFLICT));
    }

    @Override
    public CompletableFuture<ProviderAnswer> refund(PaymentId id) {
        return send(new HttpPost(address(id, "/refund")), Set.of(OK, CONFLICT));
    }

    @Override
    public CompletableFuture<ProviderAnswer> find(PaymentId id) {
        return send(new HttpGet(address(id, "")), Set.of(OK));
    }

    @Override
    public CompletableFuture<ProviderBooks> books(@Nullable String after, int limit) {
        String from = after == null ? "" : "&after=" + encoded(after);
        URI address = URI.create(settings.providerUrl() + "/v1/payments?limit=" + limit + from);
        return send(new HttpGet(address), response -> books.page(response.getCode(), content(response)));
    }

    @Override
    public CompletableFuture<ProviderBooks> entry(String key) {
        URI address = URI.create(settings.providerUrl() + "/v1/payments/" + encoded(key));
        return send(new HttpGet(address), response -> books.entry(response.getCode(), content(response)));
    }

    private static byte[] content(ClassicHttpResponse response) throws IOException {
        byte[] content = EntityUtils.toByteArray(response.getEntity());
        return content == null ? new byte[0] : content;
    }

    private URI address(PaymentId id, String action) {
        return URI.create(settings.providerUrl() + "/v1/payments/" + encoded(id.value()) + action);
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private CompletableFuture<ProviderAnswer> send(HttpUriRequestBase call, Set<Integer> answers) {
        return send(call, response -> read(call, response, answers));
    }

    private <A> CompletableFuture<A> send(HttpUriRequestBase call, HttpClientResponseHandler<A> reading) {
        return CompletableFuture.supplyAsync(() -> exchange(call, reading), calls)
                // The client's own timeouts are for each packet: an answer that trickles in would never end.
                .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        call.abort();
                    }
                });
    }

    private <A> A exchange(HttpUriRequestBase call, HttpClientResponseHandler<A> reading) {
        try {
            return client.execute(call, reading);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ProviderAnswer read(HttpUriRequestBase call, ClassicHttpResponse response, Set<Integer> answers)
            throws IOException {
        byte[] content = EntityUtils.toByteArray(response.getEntity());
        if (response.getCode() == NOT_FOUND) {
            return ProviderAnswer.UNKNOWN;
        }
        if (!answers.contains(response.getCode())) {
            throw new IllegalStateException("%s %s was answered with status %d"
                    .formatted(call.getMethod(), call.getRequestUri(), response.getCode()));
        }
        PaymentBody body = json.readValue(content, PaymentBody.class);
        return new ProviderAnswer(
                Standing.valueOf(Objects.requireNonNull(body.status(), "an answer without a status")),
                Objects.requireNonNullElse(body.reference(), ""),
                Objects.requireNonNullElse(body.reason(), ""));
    }

    /** Calls that are under way fail. */
    @Override
    public void close() throws IOException {
        calls.shutdownNow();
        client.close();
    }
}
