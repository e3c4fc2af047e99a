package io.daybook.saga.fulfilment;

import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the fulfilment of orders; needs a durable {@code SagaStore}, {@code TokenStore} and {@code TransactionManager}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(FulfilmentSettings.class)
public class FulfilmentConfiguration {

    @Bean
    StepCommands stepCommands(@Lazy CommandGateway gateway, FulfilmentSettings settings) {
        return new StepCommands(gateway, settings);
    }

    @Bean
    Deadlines deadlines(QueryGateway queries, CommandGateway commands, FulfilmentSettings settings) {
        return new Deadlines(queries, commands, settings, Clock.systemUTC());
    }

    @Bean
    ConfigurerModule fulfilment(FulfilmentSettings settings) {
        return configurer -> configurer
                .registerQueryHandler(configuration -> openSagas(configuration, settings))
                .eventProcessing(processing -> configure(processing, settings));
    }

    @SuppressWarnings("unchecked") // Axon asks for the store by its raw type
    private static OpenSagasQueryHandler openSagas(
            org.axonframework.config.Configuration configuration, FulfilmentSettings settings) {
        return new OpenSagasQueryHandler(
                configuration.getComponent(SagaStore.class),
                () -> configuration
                        .eventProcessingConfiguration()
                        .eventProcessor(FulfilmentSaga.PROCESSING_GROUP, StreamingEventProcessor.class)
                        .orElse(null),
                settings.segments());
    }

    private static void configure(EventProcessingConfigurer processing, FulfilmentSettings settings) {
        String group = FulfilmentSaga.PROCESSING_GROUP;
        processing
                .registerSaga(FulfilmentSaga.class)
                .registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        group,
                        org.axonframework.config.Configuration::eventStore,
                        (configuration, builder) -> fromTheBeginning(builder, settings));
    }

    /** From the first event on: an order placed before the orchestrator first ran is fulfilled like any other. */
    private static PooledStreamingEventProcessor.Builder fromTheBeginning(
            PooledStreamingEventProcessor.Builder builder, FulfilmentSettings settings) {
        return builder.initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(settings.segments())
                .batchSize(settings.batchSize());
    }
}
