package io.daybook.ui.world;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.daybook.operations.OperationsConfiguration;
import io.daybook.ui.UiConfiguration;
import java.util.Map;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** The module with everything that it needs around it, in memory. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({UiConfiguration.class, OperationsConfiguration.class})
public class World {

    @Bean
    Shelves shelves(QueryUpdateEmitter updates) {
        return new Shelves(updates);
    }

    @Bean
    Gauges gauges() {
        return new Gauges();
    }

    @Bean
    Stockroom stockroom(Shelves shelves, EventGateway log) {
        return new Stockroom(shelves, log);
    }

    @Bean
    Books books(QueryUpdateEmitter updates, EventStore log) {
        return new Books(updates, log);
    }

    @Bean
    Auditing auditing() {
        return new Auditing();
    }

    @Bean
    Scrolls scrolls() {
        return new Scrolls();
    }

    @Bean
    Operators operators(org.axonframework.config.Configuration axon) {
        return new Operators(axon);
    }

    @Bean
    EmbeddedEventStore eventStore() {
        return EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
    }

    /** Gives the module an accounts database in memory and Axon no server to look for. */
    public static final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            MongoServer server = new MongoServer(new MemoryBackend());
            String address = server.bindAndGetConnectionString();
            context.addApplicationListener(
                    (org.springframework.context.event.ContextClosedEvent closed) -> server.shutdownNow());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "surroundings",
                            Map.of(
                                    "daybook.accounts.uri", address + "/accounts",
                                    "axon.axonserver.enabled", "false",
                                    "daybook.shop.ask-again-after", "0s",
                                    "axon.update-check.disabled", "true",
                                    "axon.timeout.enabled", "false",
                                    "spring.main.banner-mode", "off",
                                    "server.address", "127.0.0.1")));
        }
    }
}
