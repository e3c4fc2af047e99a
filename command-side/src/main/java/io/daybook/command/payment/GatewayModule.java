package io.daybook.command.payment;

import io.daybook.api.customer.Tier;
import io.daybook.operations.SelectiveLog;
import io.daybook.operations.letters.LetterBoxes;
import io.daybook.operations.letters.ParkingInvoker;
import io.daybook.operations.letters.Redelivery;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntFunction;
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
    private static final String PAYMENT = "payment-";

    private final PaymentSettings settings;
    private final Function<Tier, PaymentProvider> provider;
    private final WaitingLine line;
    private final IntFunction<Duration> pauses;

    /**
     * @param provider as orders of the tier reach it
     * @param pauses   how long to wait after so many attempts, counted from 1
     */
    GatewayModule(
            PaymentSettings settings,
            Function<Tier, PaymentProvider> provider,
            WaitingLine line,
            IntFunction<Duration> pauses) {
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
                .registerEventHandler(configuration -> gateway(tier, configuration))
                .assignHandlerInstancesMatching(
                        group, handler -> handler instanceof PaymentGateway gateway && gateway.tier() == tier)
                .registerTokenStore(
                        group,
                        configuration -> new LowWatermarkTokenStore(configuration.getComponent(TokenStore.class), open))
                .registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        group,
                        configuration -> SelectiveLog.of(configuration, event -> Tier.of(event) == tier),
                        (axon, processor) -> fromTheBeginning(parking(tier, axon, processor)));
    }

    private PaymentGateway gateway(Tier tier, Configuration configuration) {
        return new PaymentGateway(tier, configuration.getComponent(Errands.class), settings, Clock.systemUTC());
    }

    /**
     * An intent that cannot be read is put aside, and later events of its payment with it; the others go on. Tried again, the
     * payment's stream is read from its beginning: errands outlive the batch, and the low watermark has the decision read
     * again after a crash, when the letters are gone but the errand may not have been run.
     */
    private PooledStreamingEventProcessor.Builder parking(
            Tier tier, Configuration axon, PooledStreamingEventProcessor.Builder processor) {
        String group = PaymentGateway.groupOf(tier);
        return processor.eventHandlerInvoker(new ParkingInvoker(
                group,
                TierInvoker.of(tier, gateway(tier, axon), axon),
                axon.getComponent(LetterBoxes.class).of(group),
                (order, segment) -> segment.matches(PAYMENT + order),
                Redelivery.streamAfresh(axon, PAYMENT)));
    }

    /** Axon's default would take the log as it is at the first start for a replay, and a replay never asks the provider. */
    private static PooledStreamingEventProcessor.Builder fromTheBeginning(
            PooledStreamingEventProcessor.Builder processor) {
        return processor
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH);
    }
}
