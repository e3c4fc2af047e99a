package io.daybook.saga.tiers;

import io.daybook.operations.letters.LetterBoxes;
import io.daybook.operations.letters.ParkingInvoker;
import io.daybook.operations.letters.Redelivery;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the tier policy; needs a durable {@code SagaStore}, {@code TokenStore} and {@code TransactionManager}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TierSettings.class)
public class TierConfiguration {

    @Bean
    ConfigurerModule tierPolicy(TierSettings settings) {
        return configurer -> configurer.eventProcessing(processing -> configure(processing, settings));
    }

    private static void configure(EventProcessingConfigurer processing, TierSettings settings) {
        String group = TierPolicy.GROUP;
        processing
                .registerEventHandler(axon -> policy(axon, settings))
                .registerErrorHandler(group, axon -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        group,
                        org.axonframework.config.Configuration::eventStore,
                        (axon, builder) -> fromTheBeginning(axon, builder, settings));
    }

    @SuppressWarnings("unchecked") // Axon's stores take sagas of any type
    private static TierPolicy policy(org.axonframework.config.Configuration axon, TierSettings settings) {
        return new TierPolicy(
                new PlacedOrders(axon.eventStore()),
                new PolicyStates((SagaStore<Object>) axon.getComponent(SagaStore.class)),
                new PolicyCommands(axon.commandGateway()),
                settings);
    }

    /** An order that cannot be read is put aside: tiers of other customers do not wait for it. */
    private static ParkingInvoker parking(org.axonframework.config.Configuration axon, TierSettings settings) {
        return new ParkingInvoker(
                TierPolicy.GROUP,
                SimpleEventHandlerInvoker.builder()
                        .eventHandlers(policy(axon, settings))
                        .parameterResolverFactory(axon.parameterResolverFactory())
                        .handlerDefinition(axon.handlerDefinition(TierPolicy.class))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build(),
                axon.getComponent(LetterBoxes.class).of(TierPolicy.GROUP),
                (owner, segment) -> true,
                Redelivery.letterByLetter(axon));
    }

    /** From the first event on: what was spent before the policy first ran counts, too. */
    private static PooledStreamingEventProcessor.Builder fromTheBeginning(
            org.axonframework.config.Configuration axon,
            PooledStreamingEventProcessor.Builder builder,
            TierSettings settings) {
        Unhurried thread = new Unhurried(TierPolicy.GROUP, settings.pace());
        axon.onShutdown(thread::shutdown);
        return builder.eventHandlerInvoker(parking(axon, settings))
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(settings.batchSize())
                .coordinatorExecutor(thread)
                .workerExecutor(thread);
    }
}
