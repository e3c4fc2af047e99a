package io.daybook.saga.fulfilment;

import io.daybook.api.customer.Tier;
import io.daybook.operations.SelectiveLog;
import io.daybook.operations.letters.LetterBoxes;
import io.daybook.operations.letters.LetterDesk;
import io.daybook.operations.letters.LetterMeters;
import io.daybook.operations.letters.ParkingInvoker;
import io.daybook.operations.letters.Redelivery;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the fulfilment of orders; needs a durable {@code SagaStore}, {@code TokenStore} and {@code TransactionManager}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(FulfilmentSettings.class)
public class FulfilmentConfiguration {

    /** Whose letters an orchestrator can look into: they lie beside the sagas. */
    private static final List<String> GROUPS = List.of(
            FulfilmentSaga.PROCESSING_GROUP,
            VipFulfilmentSaga.PROCESSING_GROUP,
            "payment-gateway",
            "payment-gateway-vip",
            "tier-policy");

    @Bean
    StepCommands stepCommands(@Lazy CommandGateway gateway, FulfilmentSettings settings) {
        return new StepCommands(gateway, settings);
    }

    @Bean
    WorkedOn workedOn() {
        return new WorkedOn();
    }

    @Bean
    Deadlines deadlines(QueryGateway queries, CommandGateway commands, FulfilmentSettings settings, WorkedOn segments) {
        Clock clock = Clock.systemUTC();
        Punctuality punctuality = new Punctuality(segments::sagasOf, segments::of, clock);
        return new Deadlines(queries, commands, settings, punctuality, clock);
    }

    @Bean
    LetterMeters letterMeters(LetterBoxes boxes, Environment settings) {
        return new LetterMeters(boxes, GROUPS, settings.getProperty("daybook.instance", "orchestrator"));
    }

    @Bean
    ConfigurerModule fulfilment(FulfilmentSettings settings, WorkedOn segments) {
        return configurer -> configurer
                .registerCommandHandler(
                        axon -> new LetterDesk(axon.getComponent(LetterBoxes.class), GROUPS, axon.eventSerializer()))
                .registerQueryHandler(axon -> openSagas(axon, segments))
                .eventProcessing(processing -> configure(processing, settings))
                .onInitialize(axon -> axon.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> segments.of(axon)));
    }

    @SuppressWarnings("unchecked") // Axon asks for the store by its raw type
    private static OpenSagasQueryHandler openSagas(org.axonframework.config.Configuration axon, WorkedOn segments) {
        return new OpenSagasQueryHandler(axon.getComponent(SagaStore.class), segments::of);
    }

    private static void configure(EventProcessingConfigurer processing, FulfilmentSettings settings) {
        configure(processing, FulfilmentSaga.class, Tier.STANDARD, FulfilmentSaga.PROCESSING_GROUP, settings);
        configure(processing, VipFulfilmentSaga.class, Tier.VIP, VipFulfilmentSaga.PROCESSING_GROUP, settings);
    }

    private static <T extends FulfilmentSaga> void configure(
            EventProcessingConfigurer processing, Class<T> saga, Tier tier, String group, FulfilmentSettings settings) {
        processing
                .registerSaga(
                        saga,
                        configurer -> configurer.configureSagaManager(
                                configuration -> SagasByOrder.of(saga, tier, group, configuration)))
                .registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        group,
                        configuration -> SelectiveLog.of(configuration, event -> Tier.of(event) == tier),
                        (configuration, builder) ->
                                fromTheBeginning(parking(saga, group, configuration, builder), settings));
    }

    /**
     * Axon's own dead letters are for event handlers, and not for sagas: theirs are put aside around all of them. An order's lie
     * with the segment that has its saga, or will begin it: see {@link SagasByOrder}.
     */
    private static PooledStreamingEventProcessor.Builder parking(
            Class<? extends FulfilmentSaga> type,
            String group,
            org.axonframework.config.Configuration axon,
            PooledStreamingEventProcessor.Builder builder) {
        var sagas = axon.eventProcessingConfiguration().sagaConfigurations().stream()
                .filter(saga -> saga.type().equals(type))
                .findFirst()
                .orElseThrow();
        return builder.eventHandlerInvoker(new ParkingInvoker(
                group,
                sagas.manager(),
                axon.getComponent(LetterBoxes.class).of(group),
                (order, segment) -> belongs(order, segment, sagas.repository()),
                Redelivery.letterByLetter(axon)));
    }

    private static boolean belongs(String order, Segment segment, SagaRepository<?> sagas) {
        AssociationValue association = new AssociationValue(FulfilmentSaga.ORDER, order);
        return SagasByOrder.worksOn(segment, association, sagas.find(association));
    }

    /** From the first event on: an order placed before the orchestrator first ran is fulfilled like any other. */
    private static PooledStreamingEventProcessor.Builder fromTheBeginning(
            PooledStreamingEventProcessor.Builder builder, FulfilmentSettings settings) {
        return builder.initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(settings.segments())
                .batchSize(settings.batchSize());
    }
}
