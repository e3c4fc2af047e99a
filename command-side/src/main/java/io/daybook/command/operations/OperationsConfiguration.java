package io.daybook.command.operations;

import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operators' decisions. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    ConfigurerModule operationsModule(AggregateSettings settings) {
        return new OperationsModule(settings);
    }
}
