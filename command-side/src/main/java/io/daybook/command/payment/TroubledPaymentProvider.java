package io.daybook.command.payment;

import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.InjectedFault;
import io.daybook.api.operations.ProviderBehaviour;
import io.daybook.api.operations.Steered;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.payment.ProviderAnswer.Standing;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The way to the provider, on which operators can make trouble. Whatever guards against a provider's troubles is in front
 * of it, and meets these as it would meet real ones.
 */
final class TroubledPaymentProvider implements PaymentProvider, Steered {

    private static final String REASON = "declined by an injected fault";

    private final PaymentProvider provider;
    private final Duration slowness;
    private final Duration timeout;
    private volatile List<ProviderBehaviour> troubles = List.of();

    /** @param timeout after which a call that is not answered is given up; a slow provider just about keeps to it */
    TroubledPaymentProvider(PaymentProvider provider, Duration timeout) {
        this.provider = provider;
        this.slowness = timeout.multipliedBy(3).dividedBy(4);
        this.timeout = timeout;
    }

    @Override
    public void steer(Controls controls) {
        troubles = controls.faults().stream()
                .map(InjectedFault::fault)
                .filter(Fault.ProviderTrouble.class::isInstance)
                .map(fault -> ((Fault.ProviderTrouble) fault).behaviour())
                .toList();
    }

    @Override
    public CompletableFuture<ProviderAnswer> authorize(PaymentId id, Money amount, PaymentMethod method) {
        return call(() -> troubles.contains(ProviderBehaviour.DECLINING)
                ? decline(id, amount, method)
                : provider.authorize(id, amount, method));
    }

    @Override
    public CompletableFuture<ProviderAnswer> capture(PaymentId id) {
        return call(() -> provider.capture(id));
    }

    @Override
    public CompletableFuture<ProviderAnswer> release(PaymentId id) {
        return call(() -> provider.release(id));
    }

    @Override
    public CompletableFuture<ProviderAnswer> refund(PaymentId id) {
        return call(() -> provider.refund(id));
    }

    @Override
    public CompletableFuture<ProviderAnswer> find(PaymentId id) {
        return call(() -> provider.find(id));
    }

    @Override
    public CompletableFuture<ProviderBooks> books(@Nullable String after, int limit) {
        return call(() -> provider.books(after, limit));
    }

    @Override
    public CompletableFuture<ProviderBooks> entry(String key) {
        return call(() -> provider.entry(key));
    }

    /**
     * A payment that the provider has heard of stands as it stands. Any other is released before it is declined: should an
     * earlier call for it still be on its way, the provider books nothing when it comes.
     */
    private CompletableFuture<ProviderAnswer> decline(PaymentId id, Money amount, PaymentMethod method) {
        return provider.find(id)
                .thenCompose(known -> known.standing() == Standing.UNKNOWN
                        ? provider.release(id).thenApply(released -> declined())
                        : provider.authorize(id, amount, method));
    }

    private static ProviderAnswer declined() {
        return new ProviderAnswer(Standing.DECLINED, "", REASON);
    }

    private <A> CompletableFuture<A> call(Supplier<CompletableFuture<A>> call) {
        if (troubles.contains(ProviderBehaviour.DOWN)) {
            return CompletableFuture.failedFuture(new ConnectException("refused by an injected fault"));
        }
        if (troubles.contains(ProviderBehaviour.HANGING)) {
            return new CompletableFuture<A>().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (troubles.contains(ProviderBehaviour.SLOW)) {
            Executor later = CompletableFuture.delayedExecutor(slowness.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(call, later).thenCompose(Function.identity());
        }
        return call.get();
    }
}
