package io.daybook.command.inventory;

import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stock and reservations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InventorySettings.class)
class InventoryConfiguration {

    @Bean
    ConfigurerModule inventoryModule(AggregateSettings aggregates, InventorySettings settings) {
        return new InventoryModule(aggregates, settings);
    }

    /** Axon's snapshotter looks for it among Spring's beans when it is to make a snapshot. */
    @Bean
    AggregateFactory<Stock> stockFactory() {
        return new GenericAggregateFactory<>(Stock.class);
    }
}
