package io.daybook.command.customer;

import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Customers. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

    @Bean
    ConfigurerModule customerModule(AggregateSettings settings) {
        return new CustomerModule(settings);
    }
}
