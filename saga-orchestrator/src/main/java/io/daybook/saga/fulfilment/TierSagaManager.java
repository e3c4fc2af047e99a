package io.daybook.saga.fulfilment;

import io.daybook.api.customer.Tier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.SagaManagerSpanFactory;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;

/** Tells sagas of the events about orders of their tier, and of no others. */
final class TierSagaManager<T extends FulfilmentSaga> extends AnnotatedSagaManager<T> {

    private final Tier tier;

    private TierSagaManager(Builder<T> settings, Tier tier) {
        super(settings);
        this.tier = tier;
    }

    @SuppressWarnings("unchecked") // the store takes sagas of any type
    static <T extends FulfilmentSaga> TierSagaManager<T> of(
            Class<T> type, Tier tier, String group, Configuration configuration) {
        Builder<T> settings = AnnotatedSagaManager.<T>builder()
                .sagaType(type)
                .sagaRepository(AnnotatedSagaRepository.<T>builder()
                        .sagaType(type)
                        .sagaStore(configuration.getComponent(SagaStore.class))
                        .resourceInjector(configuration.resourceInjector())
                        .parameterResolverFactory(configuration.parameterResolverFactory())
                        .handlerDefinition(configuration.handlerDefinition(type))
                        .build())
                .parameterResolverFactory(configuration.parameterResolverFactory())
                .handlerDefinition(configuration.handlerDefinition(type))
                .listenerInvocationErrorHandler(
                        configuration.eventProcessingConfiguration().listenerInvocationErrorHandler(group))
                .spanFactory(configuration.getComponent(SagaManagerSpanFactory.class));
        return new TierSagaManager<>(settings, tier);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return Tier.of(event) == tier && super.canHandle(event, segment);
    }
}
