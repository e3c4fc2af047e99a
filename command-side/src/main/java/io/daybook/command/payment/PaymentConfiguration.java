package io.daybook.command.payment;

import io.daybook.api.customer.Tier;
import io.daybook.command.aggregate.AggregateSettings;
import io.daybook.command.tiers.Capacity;
import io.daybook.command.tiers.TieredQueue;
import io.daybook.operations.Niceness;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.ConfigurerModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Payments, and their way to the provider: over HTTP, so many at a time, with growing pauses between attempts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PaymentSettings.class, Niceness.class})
class PaymentConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PaymentConfiguration.class);
    private static final String NAME = "payment-provider";

    @Bean
    ConfigurerModule paymentModule(AggregateSettings settings) {
        return new PaymentModule(settings);
    }

    @Bean
    HttpPaymentProvider standardCalls(PaymentSettings settings, Niceness niceness) {
        return new HttpPaymentProvider(settings, niceness.nice(new AxonThreadFactory("payment-calls")));
    }

    /**
     * Their threads are started by that of the gateway for VIP orders, which is not nice; by others only when the provider fails,
     * or is so slow that calls wait for a place.
     */
    @Bean
    HttpPaymentProvider vipCalls(PaymentSettings settings) {
        return new HttpPaymentProvider(settings, new AxonThreadFactory("payment-calls-vip"));
    }

    @Bean
    TroubledPaymentProvider standardProvider(
            @Qualifier("standardCalls") HttpPaymentProvider calls, PaymentSettings settings) {
        return new TroubledPaymentProvider(calls, settings.timeout());
    }

    @Bean
    TroubledPaymentProvider vipProvider(@Qualifier("vipCalls") HttpPaymentProvider calls, PaymentSettings settings) {
        return new TroubledPaymentProvider(calls, settings.timeout());
    }

    @Bean
    ConfigurerModule paymentGateway(
            PaymentSettings settings,
            Capacity capacity,
            @Qualifier("standardProvider") PaymentProvider standard,
            @Qualifier("vipProvider") PaymentProvider vip,
            CircuitBreakerRegistry circuits,
            BulkheadRegistry bulkheads,
            Environment environment) {
        String instance = environment.getProperty("daybook.instance", "payment");
        return gateway(
                settings,
                capacity.queue("payment calls", settings.inFlight()),
                tier -> tier == Tier.VIP ? vip : standard,
                circuits,
                bulkheads.bulkhead(instance, bulkhead(settings)));
    }

    @Bean
    ProviderBooksQueryHandler providerBooksQueryHandler(
            PaymentSettings settings,
            @Qualifier("standardProvider") PaymentProvider provider,
            CircuitBreakerRegistry circuits) {
        return new ProviderBooksQueryHandler(new GuardedPaymentProvider(provider, circuit(settings, circuits)));
    }

    static GatewayModule gateway(
            PaymentSettings settings,
            TieredQueue<Supplier<CompletableFuture<?>>> places,
            Function<Tier, PaymentProvider> provider,
            CircuitBreakerRegistry circuits,
            Bulkhead bulkhead) {
        CircuitBreaker circuit = circuit(settings, circuits);
        PaymentProvider standard = new GuardedPaymentProvider(provider.apply(Tier.STANDARD), circuit);
        PaymentProvider vip = new GuardedPaymentProvider(provider.apply(Tier.VIP), circuit);
        return new GatewayModule(
                settings,
                tier -> tier == Tier.VIP ? vip : standard,
                new WaitingLine(bulkhead, places),
                pauses(settings));
    }

    private static CircuitBreaker circuit(PaymentSettings settings, CircuitBreakerRegistry circuits) {
        return circuits.find(NAME).orElseGet(() -> watched(circuits, settings.circuit()));
    }

    private static CircuitBreaker watched(CircuitBreakerRegistry circuits, PaymentSettings.Circuit settings) {
        CircuitBreaker circuit = circuits.circuitBreaker(NAME, circuit(settings));
        circuit.getEventPublisher().onStateTransition(event -> log.warn("The payment provider: {}", event));
        return circuit;
    }

    private static CircuitBreakerConfig circuit(PaymentSettings.Circuit settings) {
        return CircuitBreakerConfig.custom()
                .failureRateThreshold(settings.failurePercent())
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.window())
                .waitDurationInOpenState(settings.leftAlone())
                .build();
    }

    static BulkheadConfig bulkhead(PaymentSettings settings) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(settings.inFlight())
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    private static IntFunction<Duration> pauses(PaymentSettings settings) {
        IntervalFunction millis =
                IntervalFunction.ofExponentialRandomBackoff(settings.firstPause(), 2, 0.5, settings.longestPause());
        return attempts -> Duration.ofMillis(millis.apply(attempts));
    }
}
