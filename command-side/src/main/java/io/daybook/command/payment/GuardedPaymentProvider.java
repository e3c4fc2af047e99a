package io.daybook.command.payment;

import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Leaves a provider that answers nothing alone for a while. */
final class GuardedPaymentProvider implements PaymentProvider {

    private final PaymentProvider provider;
    private final CircuitBreaker circuit;

    GuardedPaymentProvider(PaymentProvider provider, CircuitBreaker circuit) {
        this.provider = provider;
        this.circuit = circuit;
    }

    @Override
    public CompletableFuture<ProviderAnswer> authorize(PaymentId id, Money amount, PaymentMethod method) {
        return guarded(() -> provider.authorize(id, amount, method));
    }

    @Override
    public CompletableFuture<ProviderAnswer> capture(PaymentId id) {
        return guarded(() -> provider.capture(id));
    }

    @Override
    public CompletableFuture<ProviderAnswer> release(PaymentId id) {
        return guarded(() -> provider.release(id));
    }

    @Override
    public CompletableFuture<ProviderAnswer> refund(PaymentId id) {
        return guarded(() -> provider.refund(id));
    }

    @Override
    public CompletableFuture<ProviderAnswer> find(PaymentId id) {
        return guarded(() -> provider.find(id));
    }

    /** Only while payments get through; and whether it works says nothing about whether they do. */
    @Override
    public CompletableFuture<ProviderBooks> books(@Nullable String after, int limit) {
        return whileWell(() -> provider.books(after, limit));
    }

    @Override
    public CompletableFuture<ProviderBooks> entry(String key) {
        return whileWell(() -> provider.entry(key));
    }

    private CompletableFuture<ProviderBooks> whileWell(Supplier<CompletableFuture<ProviderBooks>> call) {
        return circuit.getState() == CircuitBreaker.State.CLOSED
                ? call.get()
                : CompletableFuture.failedFuture(CallNotPermittedException.createCallNotPermittedException(circuit));
    }

    private CompletableFuture<ProviderAnswer> guarded(Supplier<CompletableFuture<ProviderAnswer>> call) {
        return circuit.executeCompletionStage(call::get).toCompletableFuture();
    }
}
