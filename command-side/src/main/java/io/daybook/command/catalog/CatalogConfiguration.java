package io.daybook.command.catalog;

import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Products. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    ConfigurerModule catalogModule(AggregateSettings settings) {
        return new CatalogModule(settings);
    }
}
