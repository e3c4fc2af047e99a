package io.daybook.command.order;

import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    @Bean
    ConfigurerModule orderModule(AggregateSettings settings) {
        return new OrderModule(settings);
    }
}
