package io.daybook.command.payment;

import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payments. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    @Bean
    ConfigurerModule paymentModule(AggregateSettings settings) {
        return new PaymentModule(settings);
    }
}
