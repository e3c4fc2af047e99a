package io.daybook.command.payment;

import io.daybook.api.customer.Tier;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntFunction;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;

/** Registers the payment gateway with Axon: its processing groups, one for each tier, and the token stores that keep their low watermarks. */
final class GatewayModule implements ConfigurerModule {

    private static final int BATCH = 128;
    private static final int WORKERS = 2;

    private final PaymentSettings settings;
    private final PaymentProvider provider;
    private final WaitingLine line;
    private final IntFunction<Duration> pauses;

    GatewayModule(PaymentSettings settings, PaymentProvider provider, WaitingLine line, IntFunction<Duration> pauses) {
        this.settings = settings;
        this.provider = provider;
        this.line = line;
        this.pauses = pauses;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .registerComponent(
                        Errands.class,
                        configuration -> new Errands(provider, configuration.commandGateway(), line, pauses))
                .eventProcessing(processing -> {
                    for (Tier tier : Tier.values()) {
                        configure(processing, tier);
                    }
                })
                .onInitialize(configuration -> configuration.onShutdown(
                        Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, configuration.getComponent(Errands.class)::close));
    }

    private void configure(EventProcessingConfigurer processing, Tier tier) {
        String group = PaymentGateway.groupOf(tier);
        OpenErrands open = new OpenErrands();
        processing
                .registerEventHandler(configuration -> new PaymentGateway(
                        tier, configuration.getComponent(Errands.class), settings, Clock.systemUTC()))
                .assignHandlerInstancesMatching(
                        group, handler -> handler instanceof PaymentGateway gateway && gateway.tier() == tier)
                .registerTokenStore(
                        group,
                        configuration -> new LowWatermarkTokenStore(configuration.getComponent(TokenStore.class), open))
                .registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        group,
                        Configuration::eventStore,
                        (configuration, processor) -> fromTheBeginning(group, configuration, processor));
    }

    /** Axon's default would take the log as it is at the first start for a replay, and a replay never asks the provider. */
    private static PooledStreamingEventProcessor.Builder fromTheBeginning(
            String group, Configuration configuration, PooledStreamingEventProcessor.Builder processor) {
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS, new AxonThreadFactory(group));
        configuration.onShutdown(workers::shutdown);
        return processor
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .workerExecutor(workers);
    }
}
