package io.daybook.cluster;

import java.time.Clock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sagas and tokens in MongoDB: for applications with event processors that must not begin anew. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoresSettings.class)
public class ClusterStoresConfiguration {

    @Bean
    StoreDatabase storeDatabase(StoresSettings settings) {
        return StoreDatabase.open(settings.uri());
    }

    /** None: what is written carries the position that it reflects, so that order alone suffices. */
    @Bean
    TransactionManager transactionManager() {
        return NoTransactionManager.instance();
    }

    /** For every event processor that does not choose for itself. */
    @Bean
    ConfigurerModule promptCoordinators() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        (configuration, processor) -> processor.coordinatorExecutor(name -> {
                            PromptCoordinator coordinator = new PromptCoordinator(name + "-reader");
                            configuration.onShutdown(coordinator::shutdown);
                            return coordinator;
                        }));
    }

    @Bean
    SagaDocuments sagaStore(StoreDatabase database, Serializer serializer) {
        return new SagaDocuments(database, serializer, Clock.systemUTC());
    }

    @Bean
    StoredLetters letterBoxes(StoreDatabase database, @Qualifier("eventSerializer") Serializer serializer) {
        return new StoredLetters(database, serializer);
    }

    @Bean
    TokenStore tokenStore(
            StoreDatabase database,
            SagaDocuments sagas,
            StoredLetters letters,
            Serializer serializer,
            StoresSettings settings) {
        MongoTokenStore.Builder builder = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database.database())
                        .trackingTokensCollectionName("tokens")
                        .build())
                .serializer(serializer)
                .claimTimeout(settings.claim());
        if (settings.instance() != null) {
            builder.nodeId(settings.instance());
        }
        return new SagaTokenStore(builder, sagas, letters, settings.claim());
    }
}
