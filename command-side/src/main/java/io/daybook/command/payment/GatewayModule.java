package io.daybook.command.payment;

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

/** Registers the payment gateway with Axon: its processing group, and the token store that keeps its low watermark. */
final class GatewayModule implements ConfigurerModule {

    private static final int BATCH = 128;
    private static final int WORKERS = 2;

    private final PaymentSettings settings;
    private final PaymentProvider provider;
    private final WaitingLine line;
    private final IntFunction<Duration> pauses;
    private final OpenErrands open = new OpenErrands();

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
                .eventProcessing(this::configure)
                .onInitialize(configuration -> configuration.onShutdown(
                        Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, configuration.getComponent(Errands.class)::close));
    }

    private void configure(EventProcessingConfigurer processing) {
        String group = PaymentGateway.GROUP;
        processing
                .registerEventHandler(configuration ->
                        new PaymentGateway(configuration.getComponent(Errands.class), settings, Clock.systemUTC()))
                .registerTokenStore(
                        group,
                        configuration -> new LowWatermarkTokenStore(configuration.getComponent(TokenStore.class), open))
                .registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        group, Configuration::eventStore, GatewayModule::fromTheBeginning);
    }

    /** Axon's default would take the log as it is at the first start for a replay, and a replay never asks the provider. */
    private static PooledStreamingEventProcessor.Builder fromTheBeginning(
            Configuration configuration, PooledStreamingEventProcessor.Builder processor) {
        ScheduledExecutorService workers =
                Executors.newScheduledThreadPool(WORKERS, new AxonThreadFactory(PaymentGateway.GROUP));
        configuration.onShutdown(workers::shutdown);
        return processor
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .workerExecutor(workers);
    }
}
