package io.daybook.cluster;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Fails the start of an application that would keep in its memory what must outlive it. Axon takes such a store when it
 * finds no other, without a word.
 */
final class DurableStores implements SmartInitializingSingleton {

    private static final List<Class<?>> KEPT =
            List.of(EventStore.class, TokenStore.class, SagaStore.class, DeadlineManager.class);
    private static final List<String> FORGETFUL = List.of("InMemory", "Embedded", "Simple");

    private final SpringAxonConfiguration axon;

    DurableStores(SpringAxonConfiguration axon) {
        this.axon = axon;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Configuration configuration = axon.getObject();
        if (configuration.eventProcessingConfiguration().eventProcessors().isEmpty()) {
            return; // Nothing is kept by an application that only sends and asks.
        }
        KEPT.forEach(kind -> check(kind, configuration.getComponent(kind, () -> null)));
    }

    static void check(Class<?> kind, @Nullable Object store) {
        if (store != null && FORGETFUL.stream().anyMatch(store.getClass().getSimpleName()::startsWith)) {
            throw new IllegalStateException("The %s is a %s, which would forget everything at the end of this process"
                    .formatted(kind.getSimpleName(), store.getClass().getName()));
        }
    }
}
