package io.daybook.command.payment;

import io.daybook.command.aggregate.AggregateSettings;
import io.daybook.command.tiers.Capacity;
import io.daybook.command.tiers.TieredQueue;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.axonframework.config.ConfigurerModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Payments, and their way to the provider: over HTTP, so many at a time, with growing pauses between attempts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PaymentConfiguration.class);
    private static final String NAME = "payment-provider";

    @Bean
    ConfigurerModule paymentModule(AggregateSettings settings) {
        return new PaymentModule(settings);
    }

    @Bean
    HttpPaymentProvider paymentProvider(PaymentSettings settings) {
        return new HttpPaymentProvider(settings);
    }

    @Bean
    TroubledPaymentProvider troubledPaymentProvider(HttpPaymentProvider provider, PaymentSettings settings) {
        return new TroubledPaymentProvider(provider, settings.timeout());
    }

    @Bean
    ConfigurerModule paymentGateway(
            PaymentSettings settings,
            Capacity capacity,
            TroubledPaymentProvider provider,
            CircuitBreakerRegistry circuits,
            BulkheadRegistry bulkheads,
            Environment environment) {
        String instance = environment.getProperty("daybook.instance", "payment");
        return gateway(
                settings,
                capacity.queue("payment calls", settings.inFlight()),
                provider,
                circuits,
                bulkheads.bulkhead(instance, bulkhead(settings)));
    }

    @Bean
    ProviderBooksQueryHandler providerBooksQueryHandler(
            PaymentSettings settings, TroubledPaymentProvider provider, CircuitBreakerRegistry circuits) {
        return new ProviderBooksQueryHandler(new GuardedPaymentProvider(provider, circuit(settings, circuits)));
    }

    static GatewayModule gateway(
            PaymentSettings settings,
            TieredQueue<Supplier<CompletableFuture<?>>> places,
            PaymentProvider provider,
            CircuitBreakerRegistry circuits,
            Bulkhead bulkhead) {
        CircuitBreaker circuit = circuit(settings, circuits);
        return new GatewayModule(
                settings,
                new GuardedPaymentProvider(provider, circuit),
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
